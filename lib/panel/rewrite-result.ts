import type { WireError } from "../errors.ts";
import { compareProtected, type ProtectedChange } from "../text/compare-protected.ts";
import { compareTexts } from "../text/difference.ts";
import { keepParagraphGaps } from "../text/paragraph-gaps.ts";
import { type RewriteProblem, whyNotOffered } from "../text/rewrite-problem.ts";
import { tidyRewrite } from "../text/tidy-rewrite.ts";
import { type MarkedChange, markChanges } from "./mark-changes.ts";
import type { RewriteProgress, WrittenPart } from "./rewrite-progress.ts";

/** Why a rewrite ended before the text did. */
export type CutShort = "stopped" | "failed" | Exclude<RewriteProblem, "same">;

/** What a rewrite came to. */
export interface RewriteResult {
  /** The whole text as it would stand after Replace, or what there is of it. */
  after: string;
  changes: readonly MarkedChange[];
  /** What should have stayed as it was and did not; marked in the changes. */
  losses: readonly ProtectedChange[];
  /** The wordings of the parts, each as the reader saw it. */
  wordings: readonly string[];
  /** Parts that were written well; those behind them are as they were. */
  doneParts: number;
  totalParts: number;
  /** Why not all parts were written, or null. */
  cutShort: CutShort | null;
  /** Whether it may take the place of the text. */
  isOffered: boolean;
}

/** How the job of a rewrite ended: by itself, by the reader, or with an error. */
export type JobEnd = { kind: "done" } | { kind: "stopped" } | { kind: "failed"; error: WireError };

/** The text that is rewritten. */
interface Original {
  text: string;
  /** BCP 47 tag, or null if unknown. */
  language: string | null;
}

/**
 * What the written parts come to: with all of them the whole text; with some of them their text and
 * the rest as it was. Without a single good one it is what came, to look at only. Null if nothing
 * came.
 */
export function makeResult(
  original: Original,
  progress: RewriteProgress,
  end: JobEnd,
): RewriteResult | null {
  const { written, totalParts } = progress;
  const problems = written.map(problemOf);
  const firstBad = problems.findIndex((problem) => problem !== null);
  const good = firstBad < 0 ? written : written.slice(0, firstBad);
  const cutShort = problems[firstBad] ?? (end.kind === "done" ? null : end.kind);
  const wordings = good.map(tidyPart);
  if (wordings.length === 0) return onlyToLookAt(original, progress, cutShort ?? "empty");
  const doneChars = good.reduce((sum, { before }) => sum + before.length, 0);
  const after = wordings.join("") + original.text.slice(doneChars);
  return {
    ...compared(original, after),
    wordings,
    doneParts: good.length,
    totalParts,
    cutShort,
    isOffered: whyNotOffered(after, original.text, "complete") === null,
  };
}

function tidyPart({ before, after }: WrittenPart): string {
  return keepParagraphGaps(tidyRewrite(after, before), before);
}

/** A part that came back as it was is no problem of its own: nothing was to be done there. */
function problemOf(part: WrittenPart): Exclude<RewriteProblem, "same"> | null {
  const problem = whyNotOffered(tidyPart(part), part.before, part.ending);
  return problem === "same" ? null : problem;
}

function onlyToLookAt(
  original: Original,
  { written, text, totalParts }: RewriteProgress,
  cutShort: CutShort,
): RewriteResult | null {
  const after = (written[0]?.after ?? text).trim();
  if (after === "") return null;
  return {
    ...compared(original, after),
    wordings: [after],
    doneParts: 0,
    totalParts,
    cutShort,
    isOffered: false,
  };
}

function compared(
  { text, language }: Original,
  after: string,
): Pick<RewriteResult, "after" | "changes" | "losses"> {
  const losses = compareProtected(text, after, language);
  const changes = markChanges(compareTexts(text, after), {
    before: losses.flatMap((loss) => (loss.kind === "new" ? [] : loss.span)),
    after: losses.flatMap((loss) => {
      if (loss.kind === "missing") return [];
      return loss.kind === "new" ? loss.span : loss.now;
    }),
  });
  return { after, changes, losses };
}
