import { useState } from "preact/hooks";
import type { Replacement } from "../lib/panel/replacing.ts";
import { textSoFar } from "../lib/panel/rewrite-progress.ts";
import type { Rewrite, Rewriting, Wanted } from "../lib/panel/rewriting.ts";
import type { Target } from "../lib/panel/selection.ts";
import { type RewriteKind, rewriteTitles } from "../lib/tasks/rewrite.task.ts";
import { DifferenceView } from "./DifferenceView.tsx";
import { LossList } from "./LossList.tsx";
import { Notice } from "./Notice.tsx";
import { RewriteActions } from "./RewriteActions.tsx";
import { RewriteChoices } from "./RewriteChoices.tsx";
import {
  copyOnlySentence,
  cutShortSentence,
  nothingCameSentence,
  refusalSentence,
  summaryOfChanges,
} from "./rewrite-sentences.ts";

interface Props {
  rewriting: Rewriting;
  /** Reads the selection anew and rewrites it. */
  onRewrite: (kind: RewriteKind, instruction?: string) => void;
  onCopy: (text: string) => Promise<boolean>;
}

/** A rewrite of what is selected on the page: what was asked, what it would change, what to do. */
export function RewriteView({ rewriting, onRewrite, onCopy }: Props) {
  const subject = rewriting.subject.value;
  switch (subject.kind) {
    case "none":
      return null;
    case "reading":
      return <div class="reading" />;
    case "unread":
      return (
        <div class="problem">
          <Notice error={subject.error} />
          <Choices {...{ rewriting, onRewrite }} />
        </div>
      );
    case "selected":
      return <SelectedView {...{ rewriting, onRewrite, onCopy }} target={subject.target} />;
  }
}

function Choices({ rewriting, onRewrite }: Pick<Props, "rewriting" | "onRewrite">) {
  const isRead = rewriting.subject.value.kind === "selected";
  return (
    <RewriteChoices
      wanted={rewriting.wanted.value}
      onChoose={(kind) => onRewrite(kind)}
      onOwnWords={(instruction) =>
        isRead ? void rewriting.askInOwnWords(instruction) : onRewrite("own", instruction)
      }
    />
  );
}

type SelectedProps = Props & { target: Target };

function SelectedView({ rewriting, target, onRewrite, onCopy }: SelectedProps) {
  const wanted = rewriting.wanted.value;
  const rewrite = rewriting.rewrite.value;
  const isProtected = target.kind === "copy-only" && target.reason === "protected-field";
  const choices = <Choices {...{ rewriting, onRewrite }} />;
  return (
    <article>
      <Asked wanted={wanted} target={target} />
      {target.kind === "copy-only" && <p class="caution">{copyOnlySentence[target.reason]}</p>}
      {rewrite.kind === "none" && !isProtected && choices}
      {rewrite.kind !== "none" && (
        <>
          <Written {...{ rewriting, rewrite, target, onCopy }} />
          {/* there from the start, so that its changes are announced */}
          <output class="rewrite-status">{status(rewrite, rewriting.replacement.value)}</output>
          <details class="other-ways">
            <summary>Rewrite in another way</summary>
            {choices}
          </details>
        </>
      )}
    </article>
  );
}

/** What was asked, and of how much text. */
function Asked({ wanted, target }: { wanted: Wanted | null; target: Target }) {
  const title = wanted && (wanted.instruction || rewriteTitles[wanted.kind]);
  const characters = target.text.length;
  return (
    <header class="page-header">
      <h2 dir="auto">{title ?? "Rewrite"}</h2>
      <p class="facts">
        <strong class="tag">Selection</strong>
        {characters > 0 && <span>{counted(characters)}</span>}
      </p>
    </header>
  );
}

interface WrittenProps {
  rewriting: Rewriting;
  rewrite: Exclude<Rewrite, { kind: "none" }>;
  target: Target;
  onCopy: Props["onCopy"];
}

function Written({ rewriting, rewrite, target, onCopy }: WrittenProps) {
  switch (rewrite.kind) {
    case "no-model":
      return <p class="notice">Rewriting needs a model. Get one below; it is fetched once.</p>;
    case "running":
      return (
        <section class="answer rewritten" aria-label="Rewrite" aria-busy="true" dir="auto">
          {textSoFar(rewrite.progress)}
        </section>
      );
    case "ended":
      return <Ended {...{ rewriting, rewrite, target, onCopy }} />;
  }
}

type EndedProps = WrittenProps & { rewrite: Extract<Rewrite, { kind: "ended" }> };

function Ended({ rewriting, rewrite, target, onCopy }: EndedProps) {
  const { result, end, isRepeated } = rewrite;
  const error = end.kind === "failed" ? end.error : null;
  const [showsPlain, setShowsPlain] = useState(false);
  const replacement = rewriting.replacement.value;
  if (!result)
    return (
      <>
        <Notice error={error} />
        {!error && <p class="caution">{nothingCameSentence(end)}</p>}
        <div class="actions rewrite-actions">
          <button type="button" onClick={() => void rewriting.tryAgain()}>
            Try again
          </button>
        </div>
      </>
    );
  const shortfall = cutShortSentence(result);
  const isReplaced = replacement.kind === "replaced";
  return (
    <>
      <Notice error={replacement.kind === "failed" ? replacement.error : error} />
      <fieldset class="view-choice" aria-label="How to show it">
        <button type="button" aria-pressed={!showsPlain} onClick={() => setShowsPlain(false)}>
          Changes
        </button>
        <button type="button" aria-pressed={showsPlain} onClick={() => setShowsPlain(true)}>
          New text
        </button>
      </fieldset>
      <section class="answer rewritten" aria-label="Rewrite" dir="auto">
        {showsPlain ? result.after : <DifferenceView changes={result.changes} />}
      </section>
      {shortfall && <p class="caution">{shortfall}</p>}
      {isRepeated && <p class="caution">The model wrote the same words again.</p>}
      {!isReplaced && <LossList losses={result.losses} />}
      <RewriteActions {...{ rewriting, target, result, onCopy }} />
    </>
  );
}

/** How it stands, as it is shown and announced. */
function status(rewrite: Rewrite, replacement: Replacement): string {
  switch (replacement.kind) {
    case "busy":
      return "Changing the page…";
    case "replaced":
      return "Replaced. The page’s own Undo works, too.";
    case "undone":
      return "The old text stands there again.";
    case "refused":
      return refusalSentence(replacement);
    case "failed":
      return "";
    case "none":
    case "asking":
      return rewrite.kind === "ended" && rewrite.result ? summaryOfChanges(rewrite.result) : "";
  }
}

function counted(characters: number): string {
  return `${characters.toLocaleString("en")} ${characters === 1 ? "character" : "characters"}`;
}
