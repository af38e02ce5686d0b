import { isRunning } from "../lib/panel/answer.ts";
import type { PanelProps, View } from "./panel-props.ts";

/** A selection takes the place of the summary for as long as the reader is at it. */
export function whatIsShown({
  rewriting,
  replying,
  selectionTranslating,
  ...rest
}: PanelProps): View {
  if (rewriting.subject.value.kind !== "none") return "rewrite";
  if (selectionTranslating.subject.value.kind !== "none") return "translation";
  if (replying.subject.value.kind !== "none") return "reply";
  return rest.pageTranslating.translation.value.kind === "none" ? "summary" : "page-translation";
}

/** What Stop ends, of each view. */
export function workOf({ panel, asking, rewriting, replying, ...rest }: PanelProps) {
  const stop = () => {
    panel.stop();
    asking.stop();
  };
  return {
    summary: { stop },
    rewrite: rewriting,
    reply: replying,
    translation: rest.selectionTranslating,
    "page-translation": rest.pageTranslating,
  };
}

/** Of which views something is still at work. */
export function isBusy({
  panel,
  asking,
  rewriting,
  replying,
  selectionTranslating,
  pageTranslating,
}: PanelProps): Record<View, boolean> {
  const reply = replying.reply.value;
  return {
    summary:
      panel.reading.value.kind === "reading" ||
      isRunning(panel.answer.value) ||
      asking.isBusy.value,
    rewrite:
      rewriting.subject.value.kind === "reading" || rewriting.rewrite.value.kind === "running",
    reply:
      replying.subject.value.kind === "reading" || (reply.kind !== "no-model" && isRunning(reply)),
    translation:
      selectionTranslating.subject.value.kind === "reading" ||
      selectionTranslating.translation.value.kind === "running",
    "page-translation": ["starting", "running"].includes(pageTranslating.translation.value.kind),
  };
}
