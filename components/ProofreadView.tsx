import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { isOnPage, type Proofreading } from "../lib/panel/proofreading.ts";
import type { Replacement } from "../lib/panel/replacing.ts";
import type { Rewrite } from "../lib/panel/rewriting.ts";
import type { Target } from "../lib/panel/selection.ts";
import { LossList } from "./LossList.tsx";
import { Notice } from "./Notice.tsx";
import { RewriteActions } from "./RewriteActions.tsx";
import { replacementSentence } from "./rewrite-sentences.ts";
import { SuggestionList } from "./SuggestionList.tsx";

interface Props {
  proofreading: Proofreading;
  rewrite: Rewrite;
  /** What became of the model's answer in the page. */
  answerReplacement: Replacement;
  target: Target;
  onCopy: (text: string) => Promise<boolean>;
  /** The model's answer. */
  children: ComponentChildren;
}

/**
 * The suggestions that need no model, and the model's answer a click away; else the answer alone.
 * Once the page has one of them, the other is of a text that is no longer there.
 */
export function ProofreadView(props: Props) {
  const { proofreading, rewrite, answerReplacement, target, onCopy, children } = props;
  const [wantsAnswer, setWantsAnswer] = useState(false);
  const draft = proofreading.draft.value;
  if (draft.kind === "none") return <>{children}</>;
  const showsAnswer = wantsAnswer && rewrite.kind !== "no-model";
  const isOver = [proofreading.replacement.value, answerReplacement].some(isOnPage);
  return (
    <>
      {rewrite.kind === "no-model" && (
        <p class="view-choice caption">Instant suggestions, without a model</p>
      )}
      {rewrite.kind !== "no-model" && !isOver && (
        <fieldset class="view-choice" aria-label="Which corrections">
          <button type="button" aria-pressed={!showsAnswer} onClick={() => setWantsAnswer(false)}>
            Instant suggestions
          </button>
          <button type="button" aria-pressed={showsAnswer} onClick={() => setWantsAnswer(true)}>
            Model’s answer
          </button>
        </fieldset>
      )}
      {showsAnswer ? children : <Suggestions {...{ proofreading, target, onCopy }} />}
    </>
  );
}

function Suggestions({
  proofreading,
  target,
  onCopy,
}: Pick<Props, "proofreading" | "target" | "onCopy">) {
  const draft = proofreading.draft.value;
  const replacement = proofreading.replacement.value;
  if (draft.kind === "none") return null;
  const count = draft.kind === "read" ? draft.suggestions.length : 0;
  return (
    <section aria-label="Suggestions" aria-busy={draft.kind === "reading"}>
      <Notice error={replacement.kind === "failed" ? replacement.error : null} />
      {draft.kind === "read" && count > 0 && (
        <>
          <SuggestionList {...{ proofreading, draft }} />
          <LossList losses={draft.result.losses} />
          {draft.result.isOffered && (
            <RewriteActions
              {...{ target, onCopy }}
              rewriting={proofreading}
              result={draft.result}
            />
          )}
        </>
      )}
      <output class="rewrite-status">
        {draft.kind === "reading"
          ? "Looking for mistakes…"
          : (replacementSentence(replacement) ?? countInWords(count))}
      </output>
    </section>
  );
}

function countInWords(count: number): string {
  if (count === 0) return "No mistakes found. Not every mistake can be found this way.";
  return count === 1 ? "1 suggestion." : `${count.toLocaleString("en")} suggestions.`;
}
