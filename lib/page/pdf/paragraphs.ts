import type { PassageKind } from "../../text/page-text.ts";
import type { Column } from "./columns.ts";
import { joinLines } from "./join-lines.ts";
import { type Row, textOfRow } from "./rows.ts";

/** A block of a PDF before it is numbered. */
export interface PdfBlock {
  kind: PassageKind;
  text: string;
  /** The sheet on which it begins, counted from 1. */
  sheet: number;
}

/** How most of a document is set. */
interface Body {
  size: number;
  font: string;
}

/** A block whose lines are still apart. */
interface OpenBlock {
  kind: PassageKind;
  rows: Row[];
  lines: string[];
}

const bullet = /^(?:[•‣◦▪●○■–—*·]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)/u;
const sentenceEnd = /[.!?…:;。！？]["'”’»)\]]*$/u;

/** Makes blocks of columns that follow each other; a paragraph may go on in the next column. */
export function makePdfBlocks(columns: readonly Column[]): PdfBlock[] {
  const body = bodyOf(columns.flat());
  const blocks: OpenBlock[] = [];
  for (const column of columns) {
    const inColumn = blocksOf(column, body);
    const [first, ...rest] = inColumn;
    const last = blocks.at(-1);
    if (first && last && goesOn(last, first)) {
      last.rows.push(...first.rows);
      last.lines.push(...first.lines);
      blocks.push(...rest);
    } else blocks.push(...inColumn);
  }
  const known = new Set(blocks.flatMap(({ lines }) => lines.flatMap(wordsOf)));
  return blocks.map(({ kind, rows, lines }) => ({
    kind,
    text: kind === "code" ? lines.join("\n") : joinLines(lines, known),
    sheet: rows[0]?.sheet ?? 1,
  }));
}

function blocksOf(column: Column, body: Body): OpenBlock[] {
  const leading = usualLeading(column);
  const edges = { left: quantile(lefts(column), 0.2), right: quantile(rights(column), 0.8) };
  const blocks: OpenBlock[] = [];
  let before: Row | null = null;
  for (const row of column) {
    const line = textOfRow(row);
    const kind = kindOf(row, line, body);
    const open = blocks.at(-1);
    const joins = open && before && belongs({ open, before, row, kind, line }, { leading, edges });
    if (open && joins) {
      open.rows.push(row);
      open.lines.push(line);
    } else blocks.push({ kind, rows: [row], lines: [kind === "list-item" ? unmark(line) : line] });
    before = row;
  }
  return blocks.map((block) =>
    isShortHeading(block, body) ? { ...block, kind: "heading" } : block,
  );
}

interface Next {
  open: OpenBlock;
  before: Row;
  row: Row;
  kind: PassageKind;
  line: string;
}

/** Whether a row goes on with the block above it. */
function belongs(
  { open, before, row, kind, line }: Next,
  { leading, edges }: { leading: number; edges: { left: number; right: number } },
): boolean {
  if (kind === "list-item" || kind === "table-row" || open.kind === "table-row") return false;
  const isFar = row.baseline - before.baseline > Math.max(1.35 * leading, 1.05 * row.size);
  if (isFar || Math.abs(row.size - before.size) > 0.12 * before.size) return false;
  if (kind === "code" && open.kind === "paragraph") return !isClosed(open); // in mid-sentence
  if (open.kind === "code" || kind === "code") return open.kind === kind;
  if (open.kind === "heading" || kind === "heading") return open.kind === kind;
  if (open.kind === "list-item") return row.left > edges.left + 0.5 * row.size || !isClosed(open);
  if (row.font !== before.font && isClosed(open)) return false;
  const isIndented =
    row.left > edges.left + 0.8 * row.size && before.left <= edges.left + 0.5 * row.size;
  const isShort = before.right < edges.right - 0.15 * (edges.right - edges.left);
  const begins = !/^\p{Ll}/u.test(line);
  return !((isIndented || isShort) && begins && isClosed(open));
}

function isClosed({ lines }: OpenBlock): boolean {
  return sentenceEnd.test(lines.at(-1) ?? "");
}

/** Whether the last paragraph of a column goes on at the top of the next. */
function goesOn(last: OpenBlock, first: OpenBlock): boolean {
  if (last.kind !== "paragraph" && last.kind !== "list-item") return false;
  if (first.kind !== "paragraph") return false;
  const line = first.lines[0] ?? "";
  return !isClosed(last) && (/^\p{Ll}/u.test(line) || /[-‐\u00AD]$/.test(last.lines.at(-1) ?? ""));
}

function kindOf(row: Row, line: string, body: Body): PassageKind {
  if (row.isMonospace && row.font !== body.font && !line.startsWith("•")) return "code";
  if (line.includes(" | ")) return "table-row";
  if (row.size > 1.15 * body.size) return "heading";
  return bullet.test(line) ? "list-item" : "paragraph";
}

/** A short block in another font that is no sentence names what follows. */
function isShortHeading({ kind, rows, lines }: OpenBlock, body: Body): boolean {
  if (kind !== "paragraph" || rows.length > 2) return false;
  const text = lines.join(" ");
  const isApart = rows.every(({ font, size }) => font !== body.font && size >= 0.95 * body.size);
  return isApart && text.length <= 100 && !/[.,;:]$/.test(text) && /\p{L}{2}/u.test(text);
}

/** Size and font of most letters. */
function bodyOf(rows: readonly Row[]): Body {
  const letters = new Map<string, { body: Body; count: number }>();
  for (const row of rows) {
    const size = Math.round(row.size * 2) / 2;
    const key = `${size} ${row.font}`;
    const entry = letters.get(key) ?? { body: { size, font: row.font }, count: 0 };
    letters.set(key, { ...entry, count: entry.count + textOfRow(row).length });
  }
  const most = [...letters.values()].toSorted((one, other) => other.count - one.count)[0];
  return most?.body ?? { size: 10, font: "" };
}

/** How far lines of a column stand apart, in points. */
function usualLeading(column: Column): number {
  const gaps = column.slice(1).map((row, at) => row.baseline - (column[at]?.baseline ?? 0));
  return quantile(gaps, 0.3);
}

function lefts(column: Column): number[] {
  return column.map(({ left }) => left);
}

function rights(column: Column): number[] {
  return column.map(({ right }) => right);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function unmark(line: string): string {
  return line.replace(/^[•‣◦▪●○■–—*·]\s+/u, "");
}

function wordsOf(line: string): string[] {
  return line.match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
}
