import { useState } from "preact/hooks";
import type { Proofreading } from "../lib/panel/proofreading.ts";
import type { Replacement } from "../lib/panel/replacing.ts";
import { textSoFar } from "../lib/panel/rewrite-progress.ts";
import type { Rewrite, Rewriting } from "../lib/panel/rewriting.ts";
import type { Selected, Target } from "../lib/panel/selection.ts";
import { isComplete, titleOf, type Wanted } from "../lib/panel/wanted.ts";
import type { OwnTask } from "../lib/tasks/own-task.ts";
import type { RewriteWay } from "../lib/tasks/rewrite-way.ts";
import { DifferenceView } from "./DifferenceView.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { LossList } from "./LossList.tsx";
import { Notice } from "./Notice.tsx";
import { ProofreadView } from "./ProofreadView.tsx";
import { RewriteActions } from "./RewriteActions.tsx";
import { RewriteChoices } from "./RewriteChoices.tsx";
import { SubjectView } from "./SubjectView.tsx";
import {
  copyOnlySentence,
  cutShortSentence,
  nothingCameSentence,
  replacementSentence,
  summaryOfChanges,
} from "./rewrite-sentences.ts";

interface Props {
  rewriting: Rewriting;
  proofreading: Proofreading;
  ownTasks: readonly OwnTask[];
  /** Whether another page stands in front of the reader. */
  isElsewhere: boolean;
  /** Reads the selection anew and rewrites it. */
  onRewrite: (way: RewriteWay, words?: string) => void;
  onCopy: (text: string) => Promise<boolean>;
}

/** A rewrite of what is selected on the page: what was asked, what it would change, what to do. */
export function RewriteView(props: Props) {
  return (
    <SubjectView subject={props.rewriting.subject.value} unread={<Choices {...props} />}>
      {(selected) => <SelectedView {...props} selected={selected} />}
    </SubjectView>
  );
}

function Choices({ rewriting, ownTasks, onRewrite }: Props) {
  const isRead = rewriting.subject.value.kind === "selected";
  const wanted = rewriting.wanted.value;
  return (
    <RewriteChoices
      ownTasks={ownTasks}
      lastWords={rewriting.lastWords.value}
      waitsForWords={wanted !== null && !isComplete(wanted)}
      onChoose={(way) => onRewrite(way)}
      onOwnWords={(words) =>
        isRead ? void rewriting.askInOwnWords(words) : onRewrite("own", words)
      }
    />
  );
}

function SelectedView({ selected, ...props }: Props & { selected: Selected }) {
  const { rewriting, proofreading, onCopy } = props;
  const { target, page } = selected;
  const rewrite = rewriting.rewrite.value;
  const isProtected = target.kind === "copy-only" && target.reason === "protected-field";
  return (
    <article>
      {props.isElsewhere && (
        <Elsewhere
          page={page}
          note={target.kind === "replaceable" ? "Replace works only there." : null}
        />
      )}
      <Asked wanted={rewriting.wanted.value} target={target} />
      {target.kind === "copy-only" && <p class="caution">{copyOnlySentence[target.reason]}</p>}
      {rewrite.kind === "none" && !isProtected && <Choices {...props} />}
      {rewrite.kind !== "none" && (
        <>
          <ProofreadView
            {...{ proofreading, rewrite, target, onCopy }}
            answerReplacement={rewriting.replacement.value}
          >
            <Written {...{ rewriting, rewrite, target, onCopy }} />
            {/* there from the start, so that its changes are announced */}
            <output class="rewrite-status">{status(rewrite, rewriting.replacement.value)}</output>
          </ProofreadView>
          <details class="other-ways">
            <summary>Rewrite in another way</summary>
            <Choices {...props} />
          </details>
        </>
      )}
    </article>
  );
}

/** What was asked, and of how much text. */
function Asked({ wanted, target }: { wanted: Wanted | null; target: Target }) {
  const characters = target.text.length;
  return (
    <header class="page-header">
      <h2 dir="auto">{wanted ? titleOf(wanted) : "Rewrite"}</h2>
      <p class="facts">
        <strong class="tag">Selection</strong>
        {characters > 0 && <span>{counted(characters)}</span>}
      </p>
      {wanted?.kind === "own-task" && (
        <p class="asked" dir="auto">
          {wanted.task.instruction}
        </p>
      )}
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
  const stands = replacementSentence(replacement);
  if (stands !== null) return stands;
  return rewrite.kind === "ended" && rewrite.result ? summaryOfChanges(rewrite.result) : "";
}

function counted(characters: number): string {
  return `${characters.toLocaleString("en")} ${characters === 1 ? "character" : "characters"}`;
}
