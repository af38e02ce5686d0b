import type { Run } from "./inline-piece.ts";

/**
 * Runs whose markup begins and ends with words: spaces at its inner sides are moved out of it, and a
 * word that it cuts, as in "<a>dog</a>s" or a large first letter, stands where most of it did.
 */
export function tidyRuns<T>(runs: readonly Run<T>[]): Run<T>[] {
  return moveSpacesOut(keepWordsWhole(runs));
}

/** Spaces between two words stand in the markup that both words share, at the ends in none. */
function moveSpacesOut<T>(runs: readonly Run<T>[]): Run<T>[] {
  const moved: Run<T>[] = [];
  let last: readonly T[] = [];
  let spaces = "";
  const endSpaces = (path: readonly T[]) => {
    if (spaces !== "") moved.push({ path: sharedPath(path, last), piece: spaces });
    last = path;
    spaces = "";
  };
  for (const { path, piece } of runs.flatMap(splitSpaces)) {
    if (typeof piece === "string" && piece.trim() === "") spaces += piece;
    else {
      endSpaces(path);
      moved.push({ path, piece });
    }
  }
  endSpaces([]);
  return moved;
}

/** The spaces at a run's sides as runs of their own. */
function splitSpaces<T>({ path, piece }: Run<T>): Run<T>[] {
  if (typeof piece !== "string") return [{ path, piece }];
  const words = piece.trim();
  const start = piece.length - piece.trimStart().length;
  const pieces = [piece.slice(0, start), words, piece.slice(start + words.length)];
  return pieces.filter((piece) => piece !== "").map((piece) => ({ path, piece }));
}

function sharedPath<T>(path: readonly T[], other: readonly T[]): readonly T[] {
  const differs = path.findIndex((of, depth) => of !== other[depth]);
  return differs < 0 ? path : path.slice(0, differs);
}

function keepWordsWhole<T>(runs: readonly Run<T>[]): Run<T>[] {
  const whole: Run<T>[] = [];
  for (const run of runs.filter(({ piece }) => piece !== "")) {
    const before = whole.at(-1);
    if (before && typeof before.piece === "string" && typeof run.piece === "string") {
      const [left, right] = joinWord(before.piece, run.piece);
      whole.pop();
      if (left !== "") whole.push({ ...before, piece: left });
      if (right !== "") whole.push({ ...run, piece: right });
    } else whole.push(run);
  }
  return whole;
}

/** Scripts without spaces between words have none that could be told to be cut. */
const letter =
  "(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}])[\\p{L}\\p{M}]";
const wordAtEnd = new RegExp(`(?:${letter})+$`, "u");
const wordAtStart = new RegExp(`^(?:${letter})+`, "u");
const longestWordChars = 60;

function joinWord(left: string, right: string): [left: string, right: string] {
  const [end = ""] = wordAtEnd.exec(left.slice(-longestWordChars)) ?? [];
  const [start = ""] = wordAtStart.exec(right.slice(0, longestWordChars)) ?? [];
  if (end === "" || start === "") return [left, right];
  if (end.length >= start.length) return [left + start, right.slice(start.length)];
  return [left.slice(0, left.length - end.length), end + right];
}
