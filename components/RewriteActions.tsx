import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Replaceable, Replacement } from "../lib/panel/replacing.ts";
import type { Rewriting } from "../lib/panel/rewriting.ts";
import type { Target } from "../lib/panel/selection.ts";
import { CopyButtons } from "./CopyButtons.tsx";

/** What puts something in the place of a text, and may be able to try again. */
type Replacer = Pick<Rewriting, "replacement" | "replace" | "keepOld" | "undo"> &
  Partial<Pick<Rewriting, "tryAgain">>;

interface Props {
  rewriting: Replacer;
  target: Target;
  result: Replaceable;
  onCopy: (text: string) => Promise<boolean>;
}

/** What can be done with a rewrite. */
export function RewriteActions({ rewriting, target, result, onCopy }: Props) {
  const replacement = rewriting.replacement.value;
  const step = nextStep(replacement);
  return (
    <>
      {replacement.kind === "asking" && <AskOnce {...{ rewriting, result }} />}
      <div class="actions rewrite-actions">
        {step === "replace" && target.kind === "replaceable" && result.isOffered && (
          <ReplaceButton {...{ rewriting, replacement }} />
        )}
        {step === "undo" && <UndoButton {...{ rewriting, replacement }} />}
        <CopyButtons texts={{ Copy: result.after }} onCopy={onCopy} />
        {step !== "undo" && rewriting.tryAgain && (
          <button type="button" onClick={() => void rewriting.tryAgain?.()}>
            Try again
          </button>
        )}
      </div>
    </>
  );
}

/** What can be done to the page; nothing once it has turned out not to be what was read. */
function nextStep(replacement: Replacement): "replace" | "undo" | null {
  switch (replacement.kind) {
    case "none":
    case "asking":
    case "undone":
    case "failed":
      return "replace";
    case "replaced":
      return "undo";
    case "busy":
      return replacement.what;
    case "refused":
      return null;
  }
}

interface ReplaceProps {
  rewriting: Replacer;
  replacement: Replacement;
}

function ReplaceButton({ rewriting, replacement }: ReplaceProps) {
  const isWaiting = replacement.kind === "busy" || replacement.kind === "asking";
  return (
    <button
      ref={useFocusOnArrival(replacement.kind === "undone")}
      type="button"
      class="primary"
      aria-disabled={isWaiting}
      onClick={() => isWaiting || void rewriting.replace()}
    >
      Replace
    </button>
  );
}

function UndoButton({ rewriting, replacement }: ReplaceProps) {
  const isWaiting = replacement.kind === "busy";
  return (
    <button
      ref={useFocusOnArrival(true)}
      type="button"
      aria-disabled={isWaiting}
      onClick={() => isWaiting || void rewriting.undo()}
    >
      Undo
    </button>
  );
}

/** Takes the focus of the button that was there before. */
function useFocusOnArrival(isWanted: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isWanted) button.current?.focus();
  }, []);
  return button;
}

/** Asks before something is changed that should stay; far from Replace, so that no second click falls on it. */
function AskOnce({ rewriting, result }: Pick<Props, "rewriting" | "result">) {
  const keep = useFocusOnArrival(true);
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
