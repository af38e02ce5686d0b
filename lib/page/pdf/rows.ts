import type { Run, Sheet } from "./pdf-sheet.ts";

/** Letters that stand close together on one line. */
export interface Segment {
  text: string;
  left: number;
  right: number;
}

/** Everything on one line of a sheet, or of a column of it; lengths in points. */
export interface Row {
  sheet: number;
  segments: readonly Segment[];
  left: number;
  right: number;
  baseline: number;
  /** Size and font of most of its letters. */
  size: number;
  font: string;
  isMonospace: boolean;
}

/** How far apart, in letter sizes, runs of one segment may be: two words of a justified line. */
const closeSizes = 1;
/** How far apart words of a line may be; what is farther are cells of a table. */
const wordSizes = 2.5;

/** The dots of a table of contents, which may stand in cells of their own. */
const leaders = /(?:[\s|]*\.){4,}[\s|]*/g;

/** A sheet's runs as rows, from top to bottom. */
export function makeRows({ number, runs }: Sheet): Row[] {
  const lines: Run[][] = [];
  const inOrder = runs
    .filter(({ text }) => text.trim() !== "")
    .toSorted((one, other) => one.baseline - other.baseline);
  for (const run of inOrder) {
    const line = lines.at(-1);
    const first = line?.[0];
    // an index or a small capital stands a little above or below its line
    const isSame = first && run.baseline - first.baseline < 0.4 * Math.max(first.size, run.size);
    if (line && isSame) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => toRow(number, line));
}

/** The row of those of its segments that `isKept` keeps, or null if there are none. */
export function rowOf(row: Row, isKept: (segment: Segment) => boolean): Row | null {
  const segments = row.segments.filter(isKept);
  return segments.length === 0 ? null : { ...row, segments, ...extentOf(segments) };
}

/** What a row says. Words that stand far apart are cells, with ` | ` between them. */
export function textOfRow({ segments, size }: Row): string {
  const [first, ...rest] = segments;
  let text = first?.text ?? "";
  let before = first;
  for (const segment of rest) {
    const gap = before ? gapBetween(before, segment) : 0;
    text += (gap > wordSizes * size ? " | " : " ") + segment.text;
    before = segment;
  }
  return text.replaceAll(leaders, " … ").replaceAll(/\s+/g, " ").trim();
}

function toRow(sheet: number, runs: readonly Run[]): Row {
  const main = mainRun(runs);
  const { size, font, isMonospace, baseline } = main;
  const inOrder = runs.toSorted(
    main.isRightToLeft ? (a, b) => b.right - a.right : (a, b) => a.left - b.left,
  );
  const segments: Segment[] = [];
  for (const { text, left, right } of inOrder) {
    const last = segments.at(-1);
    const gap = last ? gapBetween(last, { left, right }) : Infinity;
    if (!last || gap > closeSizes * size) {
      segments.push({ text, left, right });
      continue;
    }
    // letters that were set apart by less than a blank are of one word
    last.text += (gap > 0.12 * size ? " " : "") + text;
    last.left = Math.min(last.left, left);
    last.right = Math.max(last.right, right);
  }
  return { sheet, segments, baseline, size, font, isMonospace, ...extentOf(segments) };
}

/** The run that has the look of the row: the one with the most letters. */
function mainRun(runs: readonly Run[]): Run {
  return runs.reduce((main, run) => (countLetters(run) > countLetters(main) ? run : main));
}

function countLetters({ text }: Run): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The blank between two segments in points, whichever comes first. */
function gapBetween(one: Pick<Segment, "left" | "right">, other: Pick<Segment, "left" | "right">) {
  return Math.max(one.left, other.left) - Math.min(one.right, other.right);
}

function extentOf(segments: readonly Segment[]): { left: number; right: number } {
  return {
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  };
}
