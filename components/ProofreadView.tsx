import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Proofreading } from "../lib/panel/proofreading.ts";
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
  target: Target;
  onCopy: (text: string) => Promise<boolean>;
  /** The model's answer. */
  children: ComponentChildren;
}

/** The suggestions that need no model, and the model's answer a click away; else the answer alone. */
export function ProofreadView({ proofreading, rewrite, target, onCopy, children }: Props) {
  const [wantsAnswer, setWantsAnswer] = useState(false);
  const draft = proofreading.draft.value;
  if (draft.kind === "none") return <>{children}</>;
  const showsAnswer = wantsAnswer && rewrite.kind !== "no-model";
  return (
    <>
      {rewrite.kind === "no-model" ? (
        <p class="view-choice caption">Instant suggestions, without a model</p>
      ) : (
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

function Suggestions({ proofreading, target, onCopy }: Omit<Props, "rewrite" | "children">) {
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
