import { type Row, textOfRow } from "./rows.ts";

/** A head of several rows stands apart by a gap of so many letter sizes, and has no more rows. */
const gapSizes = 1.6;
const mostHeadRows = 3;
/** Heads of one kind stand at the same height, but for this many points. */
const heightPoints = 3;
/** A head is on at least this share of the sheets: left and right ones may differ. */
const leastShare = 0.3;

/**
 * Leaves out what stands at the top or the bottom of many sheets, whatever number is in it: heads,
 * feet and page numbers.
 * @param sheets The rows of each sheet, from top to bottom.
 */
export function dropRunningHeads(sheets: readonly (readonly Row[])[]): Row[][] {
  const least = Math.max(2, leastShare * sheets.length);
  const isOften = (counts: ReadonlyMap<unknown, number>, key: unknown) =>
    (counts.get(key) ?? 0) >= least;
  const texts = countEach(sheets.map((rows) => edgesOf(rows).flatMap(keysOf)));
  const offsets = countEach(sheets.map((rows) => outermost(rows).flatMap(offsetsOf)));
  return sheets.map((rows) => {
    const heads = new Set([
      ...edgesOf(rows).filter((row) => keysOf(row).some((key) => isOften(texts, key))),
      ...outermost(rows).filter(
        (row) =>
          (sheets.length > 1 && isRoman(row)) ||
          offsetsOf(row).some((offset) => isOften(offsets, offset)),
      ),
    ]);
    return rows.filter((row) => !heads.has(row));
  });
}

/** On how many sheets each value is found. */
function countEach<Value>(sheets: readonly (readonly Value[])[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const values of sheets)
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The first and the last row, where page numbers are. */
function outermost(rows: readonly Row[]): Row[] {
  return [...new Set([...rows.slice(0, 1), ...rows.slice(-1)])];
}

/** The rows that may be a head or a foot. */
function edgesOf(rows: readonly Row[]): Row[] {
  return [...new Set([...outermost(rows), ...headOf(rows), ...headOf(rows.toReversed())])];
}

/** The first rows, if they stand apart from those that follow. */
function headOf(rows: readonly Row[]): Row[] {
  const isGap = (row: Row, at: number) => {
    const next = rows[at + 1];
    return !next || Math.abs(next.baseline - row.baseline) > gapSizes * row.size;
  };
  const last = rows.slice(0, mostHeadRows).findIndex(isGap);
  return rows.slice(0, last + 1);
}

/** What rows of one kind have in common; a row between two heights has both. */
function keysOf(row: Row): string[] {
  const text = textOfRow(row).replaceAll(/\d+|\b[ivxlc]+\b/gi, "#");
  const height = Math.floor(row.baseline / heightPoints);
  return [height, height + 1].map((at) => `${at} ${text}`);
}

/** By how much the page number in a row differs from the sheet's own: the same on all sheets. */
function offsetsOf(row: Row): number[] {
  const text = textOfRow(row);
  const numbers = [/^[^\p{L}]*?(\d{1,4})\b/u, /\b(\d{1,4})[^\p{L}\d]*$/u];
  const found = numbers.flatMap((pattern) => pattern.exec(text)?.[1] ?? []);
  return [...new Set(found)].map((number) => Number(number) - row.sheet);
}

/** The number that stands for a page before the first chapter. */
function isRoman(row: Row): boolean {
  return /^[ivxl]{1,6}$/.test(textOfRow(row));
}
