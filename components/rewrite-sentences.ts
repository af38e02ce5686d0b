import type { CutShort, JobEnd, RewriteResult } from "../lib/panel/rewrite-result.ts";
import type { Replacement } from "../lib/panel/replacing.ts";
import type { Target } from "../lib/panel/selection.ts";

type CopyOnlyReason = Extract<Target, { kind: "copy-only" }>["reason"];

/** Why a rewrite can only be copied. */
export const copyOnlySentence: Record<CopyOnlyReason, string> = {
  "not-editable": "This text cannot be edited on its page. Copy the rewrite to use it elsewhere.",
  "canvas-editor":
    "This editor draws its own text, and no extension can write into it. Copy the rewrite and paste " +
    "it there.",
  "protected-field":
    "Sotto neither reads nor changes fields for passwords, codes and payments, nor those that are " +
    "hidden, disabled or read-only. Select other text.",
};

const wholeSentence: Record<CutShort, string> = {
  stopped: "You stopped it before its end, so it cannot replace the text.",
  failed: "It broke off before its end, so it cannot replace the text.",
  empty: "The model wrote nothing that could be used. Try again.",
  loop: "The model began to repeat itself, so this cannot replace the text. Try again.",
  cut: "It became too long and was cut off, so it cannot replace the text. Select less of it.",
};

const partSentence: Record<CutShort, string> = {
  stopped: "You stopped it there",
  failed: "It broke off there",
  empty: "The model wrote nothing for the next one",
  loop: "The model began to repeat itself in the next one",
  cut: "The next one became too long and was cut off",
};

/** Why a rewrite is not the whole text's, or null if it is. */
export function cutShortSentence({
  cutShort,
  doneParts,
  totalParts,
}: RewriteResult): string | null {
  if (cutShort === null) return null;
  if (doneParts === 0) return wholeSentence[cutShort];
  const done = doneParts === 1 ? "part is" : `${doneParts} parts are`;
  return (
    `The first ${done} rewritten, of ${totalParts}. ${partSentence[cutShort]}; ` +
    "the rest is as it was."
  );
}

/** Why there is nothing to show of a rewrite. */
export function nothingCameSentence({ kind }: JobEnd): string {
  return kind === "stopped" ? "You stopped it before anything came." : wholeSentence.empty;
}

type Refused = Extract<Replacement, { kind: "refused" }>;

const refusals: Record<Refused["what"], Record<Refused["reason"], string>> = {
  replace: {
    gone: "The text is no longer there, so nothing was replaced. Copy the rewrite instead.",
    changed:
      "The text has changed since Sotto read it, so nothing was replaced. Copy the rewrite, or " +
      "select the text and ask again.",
    "not-kept":
      "This editor did not take the new text as it is, so the old one stands there again. Copy the " +
      "rewrite instead.",
  },
  undo: {
    gone: "The text is no longer there, so there is nothing to undo.",
    changed:
      "The text has changed since it was replaced, so Sotto left it as it is. Undo in the page goes " +
      "back step by step.",
    "not-kept": "The page did not take its old text back. Undo in the page itself.",
  },
};

/** What became of Replace, or null where nothing did; a failure has a notice of its own. */
export function replacementSentence(replacement: Replacement): string | null {
  switch (replacement.kind) {
    case "busy":
      return "Changing the page…";
    case "replaced":
      return "Replaced. The page’s own Undo works, too.";
    case "undone":
      return "The old text stands there again.";
    case "refused":
      return refusals[replacement.what][replacement.reason];
    case "failed":
      return "";
    case "none":
    case "asking":
      return null;
  }
}

/** How much a rewrite changes, as is announced when it is there. */
export function summaryOfChanges({ changes }: RewriteResult): string {
  const count = changes.filter(
    ({ kind }, at) => kind !== "same" && (changes[at - 1]?.kind ?? "same") === "same",
  ).length;
  if (count === 0) return "Nothing was changed.";
  return count === 1 ? "1 place changed." : `${count.toLocaleString("en")} places changed.`;
}
