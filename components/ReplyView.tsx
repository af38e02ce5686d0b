import { isRunning, textOf } from "../lib/panel/answer.ts";
import type { ModelAnswer } from "../lib/panel/ask-model.ts";
import type { Replying } from "../lib/panel/replying.ts";
import type { Selected } from "../lib/panel/selection.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { CopyButtons } from "./CopyButtons.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { Notice } from "./Notice.tsx";
import { ReplyForm } from "./ReplyForm.tsx";
import { SubjectView } from "./SubjectView.tsx";
import { copyOnlySentence } from "./rewrite-sentences.ts";
import { ToCheck } from "./ToCheck.tsx";

interface Props {
  replying: Replying;
  /** Whether another page stands in front of the reader. */
  isElsewhere: boolean;
  /** Reads the selection anew and drafts a reply to it. */
  onReply: (points: string) => void;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
}

/** A draft of a reply to the message that is selected: only to copy, since the message stays. */
export function ReplyView(props: Props) {
  const { subject, points } = props.replying;
  return (
    <SubjectView
      subject={subject.value}
      unread={<ReplyForm points={points.value} isFirst={false} onDraft={props.onReply} />}
    >
      {(selected) => <ToMessage {...props} selected={selected} />}
    </SubjectView>
  );
}

function ToMessage({ replying, selected, isElsewhere, ...rest }: Props & { selected: Selected }) {
  const { target, page } = selected;
  const points = replying.points.value;
  const reply = replying.reply.value;
  const isProtected = target.kind === "copy-only" && target.reason === "protected-field";
  return (
    <article>
      {isElsewhere && <Elsewhere page={page} />}
      <header class="page-header">
        <h2>Reply</h2>
        <blockquote class="message" dir="auto">
          {target.text}
        </blockquote>
        {reply.kind !== "none" && <Asked points={points} />}
      </header>
      {isProtected && <p class="caution">{copyOnlySentence["protected-field"]}</p>}
      {!isProtected && reply.kind === "none" && (
        <ReplyForm points={points} isFirst onDraft={(points) => void replying.draft(points)} />
      )}
      {reply.kind !== "none" && (
        <>
          <Drafted {...{ replying, reply }} onCopy={rest.onCopy} />
          {/* there from the start, so that its changes are announced */}
          <output class="rewrite-status">{status(reply)}</output>
          {reply.kind !== "no-model" && <AnswerFacts answer={reply} nameOf={rest.nameOf} />}
          <details class="other-ways">
            <summary>Say something else</summary>
            <ReplyForm
              points={points}
              isFirst={false}
              onDraft={(points) => void replying.draft(points)}
            />
          </details>
        </>
      )}
    </article>
  );
}

/** What the reader wanted it to say. */
function Asked({ points }: { points: string }) {
  if (points === "") return <p class="asked">You left what it says to the model.</p>;
  return (
    <p class="asked points">
      <strong class="tag">To say</strong>
      <span dir="auto">{points}</span>
    </p>
  );
}

type DraftedProps = Pick<Props, "replying" | "onCopy"> & {
  reply: Exclude<ModelAnswer, { kind: "none" }>;
};

function Drafted({ replying, reply, onCopy }: DraftedProps) {
  if (reply.kind === "no-model")
    return <p class="notice">Replying needs a model. Get one below; it is fetched once.</p>;
  const text = textOf(reply);
  const isBusy = isRunning(reply);
  return (
    <>
      <Notice error={reply.kind === "failed" ? reply.error : null} />
      <section class="answer rewritten" aria-label="Draft of a reply" aria-busy={isBusy} dir="auto">
        {text}
      </section>
      {reply.kind === "complete" && text === "" && (
        <p class="caution">The model wrote nothing that could be used. Try again.</p>
      )}
      {replying.isRepeated.value && <p class="caution">The model wrote the same words again.</p>}
      <ToCheck
        lead="Neither the message nor you say this. Check it before you send:"
        things={replying.invented.value.map(({ text }) => `“${text}”`)}
      />
      {!isBusy && (
        <div class="actions rewrite-actions">
          {text !== "" && <CopyButtons texts={{ Copy: text }} onCopy={onCopy} />}
          <button type="button" onClick={() => void replying.tryAgain()}>
            Try again
          </button>
        </div>
      )}
    </>
  );
}

/** How it stands, as it is shown and announced. */
function status(reply: ModelAnswer): string {
  switch (reply.kind) {
    case "complete":
      return reply.text === "" ? "" : "A draft: read it before you send it.";
    case "stopped":
      return "Stopped.";
    case "none":
    case "no-model":
    case "waiting":
    case "streaming":
    case "failed":
      return "";
  }
}
