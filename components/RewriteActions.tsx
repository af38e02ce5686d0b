import { useEffect, useRef } from "preact/hooks";
import type { RewriteResult } from "../lib/panel/rewrite-result.ts";
import type { Replacement, Rewriting, Target } from "../lib/panel/rewriting.ts";
import { CopyButton } from "./CopyButton.tsx";

interface Props {
  rewriting: Rewriting;
  target: Target;
  result: RewriteResult;
  onCopy: (text: string) => Promise<boolean>;
}

/** What can be done with a rewrite. */
export function RewriteActions({ rewriting, target, result, onCopy }: Props) {
  const replacement = rewriting.replacement.value;
  const isReplaced = replacement.kind === "replaced";
  const canReplace = target.kind === "replaceable" && result.isOffered;
  return (
    <>
      {replacement.kind === "asking" && <AskOnce {...{ rewriting, result }} />}
      <div class="actions rewrite-actions">
        {canReplace && !isReplaced && <ReplaceButton {...{ rewriting, replacement }} />}
        {isReplaced && <UndoButton rewriting={rewriting} />}
        <CopyButton label="Copy" text={result.after} onCopy={onCopy} />
        {!isReplaced && (
          <button type="button" onClick={() => void rewriting.tryAgain()}>
            Try again
          </button>
        )}
      </div>
    </>
  );
}

interface ReplaceProps {
  rewriting: Rewriting;
  replacement: Replacement;
}

function ReplaceButton({ rewriting, replacement }: ReplaceProps) {
  const isWaiting = replacement.kind === "busy" || replacement.kind === "asking";
  return (
    <button
      type="button"
      class="primary"
      aria-disabled={isWaiting}
      onClick={() => isWaiting || void rewriting.replace()}
    >
      Replace
    </button>
  );
}

/** Takes the focus that Replace had. */
function UndoButton({ rewriting }: Pick<Props, "rewriting">) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" onClick={() => void rewriting.undo()}>
      Undo
    </button>
  );
}

/** Asks before something is changed that should stay; far from Replace, so that no second click falls on it. */
function AskOnce({ rewriting, result }: Pick<Props, "rewriting" | "result">) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const count = result.losses.length;
  return (
    <div class="notice ask-once" role="alert">
      <p>
        {count === 1 ? "One thing that" : `${count} things that`} should stay as{" "}
        {count === 1 ? "it was is" : "they were are"} different: see what is marked. Replace all the
        same?
      </p>
      <div class="actions">
        <button ref={keep} type="button" onClick={rewriting.keepOld}>
          Keep my text
        </button>
        <button type="button" class="danger" onClick={() => void rewriting.replace()}>
          Replace anyway
        </button>
      </div>
    </div>
  );
}
