import { isRunning, textOf } from "../lib/panel/answer.ts";
import type { Asking, Exchange } from "../lib/panel/asking.ts";
import { isSilent } from "../lib/text/is-silent.ts";
import { parseAnswer, plainText } from "../lib/text/answer-tree.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerTree } from "./AnswerTree.tsx";
import { CopyButtons } from "./CopyButtons.tsx";
import { Notice } from "./Notice.tsx";

interface Props {
  asking: Pick<Asking, "exchanges" | "askAgain">;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
}

/** What was asked about the page, each question with its answer. */
export function ExchangeList({ asking, ...rest }: Props) {
  const exchanges = asking.exchanges.value;
  if (exchanges.length === 0) return null;
  return (
    <ol class="exchanges" aria-label="Questions about this page">
      {exchanges.map((exchange, index) => (
        <ExchangeView
          key={index}
          exchange={exchange}
          isLast={index === exchanges.length - 1}
          onAskAgain={() => void asking.askAgain()}
          {...rest}
        />
      ))}
    </ol>
  );
}

type ExchangeProps = Pick<Props, "onCopy" | "nameOf"> & {
  exchange: Exchange;
  /** Whether it is the one at hand: it can be asked again, and has its small print. */
  isLast: boolean;
  onAskAgain: () => void;
};

function ExchangeView({ exchange: { question, answer }, isLast, ...rest }: ExchangeProps) {
  return (
    <li>
      <p class="question" dir="auto">
        {question}
      </p>
      {answer.kind === "no-model" ? (
        <p class="notice">Asking needs a model. Get one below; it is fetched once.</p>
      ) : (
        <Answered {...{ answer, isLast }} {...rest} />
      )}
    </li>
  );
}

type AnsweredProps = Omit<ExchangeProps, "exchange"> & {
  answer: Exclude<Exchange["answer"], { kind: "no-model" }>;
};

function Answered({ answer, isLast, onCopy, nameOf, onAskAgain }: AnsweredProps) {
  const markdown = textOf(answer);
  const tree = parseAnswer(markdown);
  const isBroken = answer.kind === "stopped" || answer.kind === "failed";
  return (
    <>
      <Notice error={answer.kind === "failed" ? answer.error : null} />
      <div
        class={isSilent(markdown) ? "answer unsaid" : "answer"}
        aria-busy={isRunning(answer)}
        dir="auto"
      >
        <AnswerTree tree={tree} />
      </div>
      <div class="actions">
        {markdown !== "" && !isRunning(answer) && (
          <CopyButtons texts={{ Copy: plainText(tree) }} onCopy={onCopy} />
        )}
        {isLast && isBroken && (
          <button type="button" onClick={onAskAgain}>
            Ask again
          </button>
        )}
      </div>
      {isLast && <AnswerFacts answer={answer} nameOf={nameOf} />}
    </>
  );
}
