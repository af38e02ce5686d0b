import { type Row, rowOf, type Segment } from "./rows.ts";

/** Rows of one column, or of one stretch over all columns, from top to bottom. */
export type Column = readonly Row[];

/** A blank between columns is at least this wide, in points and in letter sizes. */
const gutterPoints = 6;
const gutterSizes = 0.8;
/** Of the rows, those that may run across a gutter: titles, tables, footnotes. */
const mostAcross = 0.3;
/** What has fewer rows, or fewer letters a row, is a table rather than columns of prose. */
const fewestRows = 4;
const fewestLetters = 16;

interface Gutter {
  left: number;
  right: number;
}

/** The rows of a sheet in the order in which they are read, column by column. */
export function findColumns(rows: readonly Row[]): Column[] {
  const gutter = findGutter(rows);
  if (!gutter) return rows.length > 0 ? [rows] : [];
  return bandsOf(rows, gutter).flatMap(({ isAcross, rows: band }) =>
    isAcross
      ? [band]
      : [...findColumns(leftOf(band, gutter)), ...findColumns(rightOf(band, gutter))],
  );
}

/** The widest blank from top to bottom with prose on either side of it, or null. */
function findGutter(rows: readonly Row[]): Gutter | null {
  const size = median(rows.map(({ size }) => size));
  const left = Math.floor(Math.min(...rows.map(({ left }) => left)));
  const right = Math.ceil(Math.max(...rows.map(({ right }) => right)));
  const covers = coverOf(rows, left, right);
  const most = mostAcross * rows.length;
  let best: Gutter | null = null;
  let bestScore = 0;
  for (const blank of blanksIn(covers, most)) {
    const gutter = { left: left + blank.from, right: left + blank.to };
    const width = gutter.right - gutter.left;
    if (width < Math.max(gutterPoints, gutterSizes * size)) continue;
    const score = width * (1 - blank.cover / Math.max(1, rows.length));
    if (score > bestScore && hasProse(leftOf(rows, gutter)) && hasProse(rightOf(rows, gutter))) {
      best = gutter;
      bestScore = score;
    }
  }
  return best;
}

/** For each point of the width, how many rows have letters there. */
function coverOf(rows: readonly Row[], left: number, right: number): number[] {
  const covers = Array<number>(Math.max(0, right - left)).fill(0);
  for (const segment of rows.flatMap(({ segments }) => segments))
    for (let at = Math.floor(segment.left); at < Math.ceil(segment.right); at++)
      covers[at - left] = (covers[at - left] ?? 0) + 1;
  return covers;
}

/** Stretches that at most `most` rows cover; `cover` is the mean of their covers. */
function blanksIn(covers: readonly number[], most: number) {
  const blanks: { from: number; to: number; cover: number }[] = [];
  let from = 0;
  let sum = 0;
  for (let at = 0; at <= covers.length; at++) {
    const cover = covers[at] ?? Infinity;
    if (cover <= most) {
      sum += cover;
      continue;
    }
    if (at > from) blanks.push({ from, to: at, cover: sum / (at - from) });
    from = at + 1;
    sum = 0;
  }
  return blanks;
}

function hasProse(rows: readonly Row[]): boolean {
  const letters = rows.map(({ segments }) =>
    segments.reduce((sum, { text }) => sum + text.length, 0),
  );
  return rows.length >= fewestRows && median(letters) >= fewestLetters;
}

/** Cuts rows, from top to bottom, into those that run across the gutter and those beside it. */
function bandsOf(rows: readonly Row[], gutter: Gutter): { isAcross: boolean; rows: Row[] }[] {
  const bands: { isAcross: boolean; rows: Row[] }[] = [];
  for (const row of rows) {
    const isAcross = row.segments.some((segment) => isOver(segment, gutter));
    const last = bands.at(-1);
    if (last?.isAcross === isAcross) last.rows.push(row);
    else bands.push({ isAcross, rows: [row] });
  }
  return bands;
}

function isOver(segment: Segment, { left, right }: Gutter): boolean {
  return segment.left < left && segment.right > right;
}

function leftOf(rows: readonly Row[], { right }: Gutter): Row[] {
  return rows.flatMap((row) => rowOf(row, (segment) => segment.right <= right) ?? []);
}

function rightOf(rows: readonly Row[], { left, right }: Gutter): Row[] {
  const isRight = (segment: Segment) => segment.left >= left && segment.right > right;
  return rows.flatMap((row) => rowOf(row, isRight) ?? []);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
