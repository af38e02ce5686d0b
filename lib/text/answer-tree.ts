import { type Inline, inlineText, parseInline } from "./answer-inline.ts";
import { readFactLine, readFactLines } from "./fact-lines.ts";

/**
 * What a model wrote, as a tree of our own: the little of Markdown that answers use. Nothing in it
 * can become a link, an image or markup, so drawing it makes no request.
 */
export type AnswerTree = readonly Block[];

export type Block =
  | { kind: "paragraph"; inline: readonly Inline[] }
  | { kind: "heading"; inline: readonly Inline[] }
  | { kind: "code"; text: string }
  | { kind: "facts"; facts: readonly Fact[] }
  | List;

/** A row of a table of facts. */
export interface Fact {
  label: string;
  inline: readonly Inline[];
}

export interface List {
  kind: "list";
  isOrdered: boolean;
  /** Number of the first item of an ordered list. */
  start: number;
  items: readonly Item[];
}

export interface Item {
  inline: readonly Inline[];
  /** A list inside the item; what is deeper still is taken up into it. */
  nested: List | null;
}

/** Reads an answer, whole or as far as it has come. Never throws; time is linear in its length. */
export function parseAnswer(text: string): AnswerTree {
  const reader: Reader = { blocks: [], open: null, isAfterEmpty: false };
  for (const line of text.split("\n")) readLine(reader, line.trimEnd());
  return reader.blocks.map(finishBlock);
}

/** A block whose lines are still as the model wrote them. */
type RawBlock =
  | { kind: "paragraph" | "heading"; lines: string[] }
  | { kind: "code"; lines: string[]; fence: string }
  | RawList;

interface RawList {
  kind: "list";
  isOrdered: boolean;
  start: number;
  items: RawItem[];
}

interface RawItem {
  lines: string[];
  nested: RawList | null;
}

interface Reader {
  blocks: RawBlock[];
  /** The block that the next line may belong to. */
  open: RawBlock | null;
  isAfterEmpty: boolean;
}

function readLine(reader: Reader, line: string): void {
  const { open } = reader;
  const fence = /^ {0,3}(```|~~~)/.exec(line)?.[1];
  if (open?.kind === "code") {
    if (fence === open.fence) reader.open = null;
    else open.lines.push(line);
    return;
  }
  if (fence !== undefined) begin(reader, { kind: "code", lines: [], fence });
  else if (line === "") reader.isAfterEmpty = true;
  else readText(reader, line);
}

function readText(reader: Reader, line: string): void {
  if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,})$/.test(line)) {
    reader.open = null; // a rule divides, and is not drawn
    return;
  }
  const heading = /^ {0,3}#{1,6} +(.*)$/.exec(line)?.[1];
  const item = readItem(line);
  if (heading !== undefined) {
    begin(reader, { kind: "heading", lines: [withoutClosingMarks(heading)] });
    reader.open = null;
  } else if (item) addItem(reader, item);
  else if (!reader.open || (reader.isAfterEmpty && !goesOnWithFacts(reader.open, line)))
    begin(reader, { kind: "paragraph", lines: [line] });
  else linesOf(reader.open).push(line.trimStart());
}

/** Some models leave an empty line between the rows of a table of facts. */
function goesOnWithFacts({ kind, ...open }: RawBlock, line: string): boolean {
  return "lines" in open && kind === "paragraph" && [line, ...open.lines].every(readFactLine);
}

function begin(reader: Reader, block: RawBlock): void {
  reader.blocks.push(block);
  reader.open = block;
  reader.isAfterEmpty = false;
}

/** Where a line goes that follows a block without an empty line between. */
function linesOf(block: RawBlock): string[] {
  if (block.kind !== "list") return block.lines;
  const last = block.items.at(-1);
  return last?.nested ? linesOf(last.nested) : (last?.lines ?? []);
}

interface ItemLine {
  isIndented: boolean;
  isOrdered: boolean;
  number: number;
  text: string;
}

function readItem(line: string): ItemLine | null {
  // a lone "-" is an item whose words have not come yet
  const match = /^(\s*)(?:([-•])|([*+])(?=\s)|(\d{1,3})[.)])(?:\s+(.*))?$/.exec(line);
  if (!match) return null;
  const [, indent = "", , , digits, text = ""] = match;
  return {
    isIndented: indent.length > 1 || indent === "\t",
    isOrdered: digits !== undefined,
    number: Number(digits ?? 1),
    text,
  };
}

function addItem(reader: Reader, { isIndented, isOrdered, number, text }: ItemLine): void {
  const item: RawItem = { lines: [text], nested: null };
  const list = (): RawList => ({ kind: "list", isOrdered, start: number, items: [item] });
  const open = reader.open?.kind === "list" ? reader.open : null;
  const last = open?.items.at(-1);
  if (isIndented && last) {
    if (last.nested) last.nested.items.push(item);
    else last.nested = list();
  } else if (open?.isOrdered === isOrdered) open.items.push(item);
  else begin(reader, list());
  reader.isAfterEmpty = false;
}

/** "Heading ##" is "Heading". */
function withoutClosingMarks(heading: string): string {
  let end = heading.length;
  while (heading[end - 1] === "#") end -= 1;
  return end === 0 || heading[end - 1] === " " ? heading.slice(0, end).trimEnd() : heading;
}

function finishBlock(block: RawBlock): Block {
  switch (block.kind) {
    case "paragraph":
      return finishParagraph(block.lines);
    case "heading":
      return { kind: "heading", inline: parseInline(block.lines.join("\n")) };
    case "code":
      return { kind: "code", text: block.lines.join("\n") };
    case "list":
      return finishList(block);
  }
}

function finishParagraph(lines: readonly string[]): Block {
  const facts = readFactLines(lines);
  if (!facts) return { kind: "paragraph", inline: parseInline(lines.join("\n")) };
  return {
    kind: "facts",
    facts: facts.map(({ label, value }) => ({ label, inline: parseInline(value) })),
  };
}

function finishList({ kind, isOrdered, start, items }: RawList): List {
  return {
    kind,
    isOrdered,
    start,
    items: items.map(({ lines, nested }) => ({
      inline: parseInline(lines.join("\n")),
      nested: nested && finishList(nested),
    })),
  };
}

/** An answer without marks, for places that know no Markdown. */
export function plainText(tree: AnswerTree): string {
  return tree.map(blockText).join("\n\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inlineText(block.inline);
    case "code":
      return block.text;
    case "facts":
      return block.facts.map(({ label, inline }) => `${label}: ${inlineText(inline)}`).join("\n");
    case "list":
      return listLines(block).join("\n");
  }
}

function listLines({ isOrdered, start, items }: List): string[] {
  return items.flatMap(({ inline, nested }, index) => {
    const mark = isOrdered ? `${start + index}.` : "•";
    const inner = nested ? listLines(nested).map((line) => `  ${line}`) : [];
    return [`${mark} ${inlineText(inline)}`, ...inner];
  });
}
