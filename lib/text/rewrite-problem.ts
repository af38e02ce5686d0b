import { findLoopAtEnd } from "./loop-at-end.ts";

/** Why an answer must not take the place of the reader's text. */
export type RewriteProblem = "empty" | "loop" | "cut" | "same";

/** How the model came to its end: by itself, at its limit, or because it went round in a loop. */
export type RewriteEnding = "complete" | "length" | "loop";

/**
 * Why a rewrite is not offered for replacement, or null when it may be: it holds no words, goes
 * round in a loop (told by the model's ending or seen in the text), stopped at the model's limit,
 * or is what stood there before.
 */
export function whyNotOffered(
  answer: string,
  original: string,
  ending: RewriteEnding,
): RewriteProblem | null {
  if (!hasWords(answer) && (hasWords(original) || !hasSigns(answer))) return "empty";
  if (ending === "loop" || loopsAnew(answer, original)) return "loop";
  if (ending === "length") return "cut";
  return withoutEdges(answer) === withoutEdges(original) ? "same" : null;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

function hasSigns(text: string): boolean {
  return /[^\s\p{C}\p{M}]/u.test(text);
}

/** Line breaks are compared by place, not by how the system writes them. */
function withoutEdges(text: string): string {
  return text.trim().replace(/\r\n?/g, "\n");
}

const characters = { longestUnits: 600, fewestUnits: 80 };
/** A line of that many characters is not written so often on purpose. */
const MIN_LINE_CHARS = 20;
const MIN_LINES = 4;

/** Whether an answer repeats itself more than the text did that it is to replace. */
function loopsAnew(answer: string, original: string): boolean {
  const repeatsItsEnd = findLoopAtEnd(answer.trimEnd(), characters, original) !== null;
  return repeatsItsEnd || repeatsLine(answer, original);
}

function repeatsLine(answer: string, original: string): boolean {
  const times = mostTimes(linesOf(answer).filter(({ length }) => length >= MIN_LINE_CHARS));
  return times >= MIN_LINES && times > mostTimes(linesOf(original));
}

/** The lines that have words, without the signs and numbers of a list. */
function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.replace(/^[\s\p{P}\p{N}]+|\s+$/gu, ""));
  return lines.filter(hasWords);
}

function mostTimes(lines: readonly string[]): number {
  const counts = Map.groupBy(lines, (line) => line).values();
  return Math.max(0, ...Array.from(counts, ({ length }) => length));
}
