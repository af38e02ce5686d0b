import { isRunning, textOf } from "../lib/panel/answer.ts";
import type { Asking, Exchange } from "../lib/panel/asking.ts";
import type { AnswerEvidence } from "../lib/panel/answer-evidence.ts";
import type { ExchangeEvidence } from "../lib/panel/exchange-evidence.ts";
import { isSilent } from "../lib/text/is-silent.ts";
import { parseAnswer, plainText } from "../lib/text/answer-tree.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerTree } from "./AnswerTree.tsx";
import { BackedAnswer, EvidenceSummary } from "./BackedAnswer.tsx";
import { CopyButtons } from "./CopyButtons.tsx";
import { Notice } from "./Notice.tsx";
import type { ShowsPassages } from "./shows-passages.ts";

interface Props {
  asking: Pick<Asking, "exchanges" | "askAgain">;
  evidence: ExchangeEvidence;
  places: ShowsPassages;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
}

/** What was asked about the page, each question with its answer. */
export function ExchangeList({ asking, evidence, ...rest }: Props) {
  const exchanges = asking.exchanges.value;
  if (exchanges.length === 0) return null;
  return (
    <ol class="exchanges" aria-label="Questions about this page">
      {exchanges.map((exchange, index) => (
        <ExchangeView
          key={index}
          exchange={exchange}
          evidence={evidence.get(exchange.answer)}
          isLast={index === exchanges.length - 1}
          onAskAgain={() => void asking.askAgain()}
          {...rest}
        />
      ))}
    </ol>
  );
}

type ExchangeProps = Pick<Props, "places" | "onCopy" | "nameOf"> & {
  exchange: Exchange;
  /** What its answer rests on, once that is known. */
  evidence: AnswerEvidence | undefined;
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

function Answered({ answer, evidence, isLast, places, ...rest }: AnsweredProps) {
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
        {evidence ? <BackedAnswer {...{ evidence, places }} /> : <AnswerTree tree={tree} />}
      </div>
      {evidence && <EvidenceSummary evidence={evidence} />}
      <div class="actions">
        {markdown !== "" && !isRunning(answer) && (
          <CopyButtons texts={{ Copy: plainText(tree) }} onCopy={rest.onCopy} />
        )}
        {isLast && isBroken && (
          <button type="button" onClick={rest.onAskAgain}>
            Ask again
          </button>
        )}
      </div>
      {isLast && <AnswerFacts answer={answer} nameOf={rest.nameOf} isOfQuestion />}
    </>
  );
}
