/** Words of an answer, and how they are set. */
export type Inline =
  | { kind: "text" | "code"; text: string }
  | { kind: "strong" | "emphasis"; children: readonly Inline[] };

/**
 * Reads bold, emphasis and code in a block of an answer. Links and images become their words and
 * their address as text; HTML stays the text it is. A `**` that has no end yet sets what follows,
 * so that words do not change their look while an answer arrives; other unclosed marks are text.
 */
export function parseInline(text: string): Inline[] {
  const scan: Scan = { text, at: 0, frames: [{ mark: "", children: [] }], ticks: findTicks(text) };
  while (scan.at < text.length) readNext(scan);
  while (scan.frames.length > 1) leaveOpen(scan);
  return top(scan).children;
}

/** The words alone. */
export function inlineText(inline: readonly Inline[]): string {
  return inline
    .map((piece) => ("text" in piece ? piece.text : inlineText(piece.children)))
    .join("");
}

/** A mark that is open, and what came after it. At most one of each mark, so never deeper than 5. */
interface Frame {
  mark: string;
  children: Inline[];
}

interface Scan {
  text: string;
  at: number;
  frames: Frame[];
  /** Where runs of backticks of each length begin, last first. */
  ticks: Map<number, number[]>;
}

function readNext(scan: Scan): void {
  const char = scan.text[scan.at] ?? "";
  if (char === "\\") readEscape(scan);
  else if (char === "`") readCode(scan);
  else if (char === "*" || char === "_") readMarks(scan, char);
  else if (char === "[" || char === "!") readLink(scan, char);
  else readPlain(scan);
}

const plain = /[^\\`*_[!]+/y;

function readPlain(scan: Scan): void {
  plain.lastIndex = scan.at;
  const run = plain.exec(scan.text)?.[0] ?? scan.text.charAt(scan.at);
  addText(scan, run);
  scan.at += run.length;
}

function readEscape(scan: Scan): void {
  const next = scan.text[scan.at + 1] ?? "";
  const isEscape = /[\\`*_[\](){}#+\-.!<>|~]/.test(next);
  addText(scan, isEscape ? next : "\\");
  scan.at += isEscape ? 2 : 1;
}

/** Code ends at the next run of as many backticks as it began with. */
function readCode(scan: Scan): void {
  const length = runLength(scan.text, scan.at);
  const begin = scan.at + length;
  const ends = scan.ticks.get(length) ?? [];
  while (ends.length > 0 && (ends.at(-1) ?? 0) < begin) ends.pop();
  const end = ends.at(-1);
  if (end === undefined) {
    addText(scan, "`".repeat(length));
    scan.at = begin;
    return;
  }
  const code = scan.text.slice(begin, end);
  top(scan).children.push({ kind: "code", text: code.trim() || code });
  scan.at = end + length;
}

function findTicks(text: string): Map<number, number[]> {
  const ticks = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = ticks.get(run.length);
    if (starts) starts.push(index);
    else ticks.set(run.length, [index]);
  }
  for (const starts of ticks.values()) starts.reverse();
  return ticks;
}

// Each class ends at the next bracket, so no character is looked at more than twice.
const link = /!?\[([^[\]]*)\]\(([^()\s]*)\)/y;

function readLink(scan: Scan, char: string): void {
  link.lastIndex = scan.at;
  const match = link.exec(scan.text);
  if (!match) {
    addText(scan, char);
    scan.at += 1;
    return;
  }
  const [whole, words = "", address = ""] = match;
  const inner = parseInline(words); // has no brackets, so this goes no deeper
  const isSame = inlineText(inner) === address;
  for (const piece of inner) top(scan).children.push(piece);
  if (address && !isSame) addText(scan, words ? ` (${address})` : address);
  scan.at += whole.length;
}

function readMarks(scan: Scan, char: string): void {
  const length = runLength(scan.text, scan.at);
  const run = {
    char,
    before: scan.text[scan.at - 1] ?? "",
    after: scan.text[scan.at + length] ?? "",
  };
  scan.at += length;
  let left = length;
  while (left > 0) {
    const mark = nextMark(scan, char, left);
    const isOpen = scan.frames.some((frame) => frame.mark === mark);
    if (isOpen && canClose(run)) close(scan, mark);
    else if (!isOpen && length <= 3 && canOpen(run)) scan.frames.push({ mark, children: [] });
    else addText(scan, mark);
    left -= mark.length;
  }
}

/** `***` is a strong and an emphasis, which close the other way round than they opened. */
function nextMark(scan: Scan, char: string, left: number): string {
  const isSingle = left === 1 || (left === 3 && top(scan).mark === char);
  return isSingle ? char : char + char;
}

interface MarkRun {
  char: string;
  before: string;
  after: string;
}

function canOpen({ char, before, after }: MarkRun): boolean {
  if (after === "" || /\s/.test(after)) return false;
  // "2*3*4" and "snake_case" are no emphasis; "これは**太字**" is
  return char === "_" ? !/[\p{L}\p{N}]/u.test(before) : !/[A-Za-z0-9]/.test(before);
}

function canClose({ char, before, after }: MarkRun): boolean {
  if (before === "" || /\s/.test(before)) return false;
  return char !== "_" || !/[\p{L}\p{N}]/u.test(after);
}

function close(scan: Scan, mark: string): void {
  while (top(scan).mark !== mark) leaveOpen(scan);
  const { children } = scan.frames.pop() ?? top(scan);
  if (children.length === 0) return addText(scan, mark + mark);
  top(scan).children.push({ kind: mark.length === 2 ? "strong" : "emphasis", children });
}

/** Ends the innermost mark that found no end. */
function leaveOpen(scan: Scan): void {
  const { mark, children } = scan.frames.pop() ?? top(scan);
  if (mark === "**" && children.length > 0) {
    top(scan).children.push({ kind: "strong", children });
    return;
  }
  addText(scan, mark);
  for (const child of children) {
    if (child.kind === "text") addText(scan, child.text);
    else top(scan).children.push(child);
  }
}

function addText(scan: Scan, text: string): void {
  const { children } = top(scan);
  const last = children.at(-1);
  if (last?.kind === "text") last.text += text;
  else if (text !== "") children.push({ kind: "text", text });
}

function top({ frames }: Scan): Frame {
  return frames.at(-1) ?? { mark: "", children: [] };
}

/** How often the character at a place is repeated from there on. */
function runLength(text: string, from: number): number {
  let end = from + 1;
  while (text[end] === text[from]) end += 1;
  return end - from;
}
