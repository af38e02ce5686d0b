import type { Run } from "./inline-piece.ts";

/**
 * Runs whose markup begins and ends with words: spaces at its inner sides are moved out of it, and a
 * word that it cuts, as in "<a>dog</a>s" or a large first letter, stands where most of it did.
 */
export function tidyRuns<T>(runs: readonly Run<T>[]): Run<T>[] {
  return keepWordsWhole(moveSpacesOut(runs)).filter(({ piece }) => piece !== "");
}

function moveSpacesOut<T>(runs: readonly Run<T>[]): Run<T>[] {
  return runs.flatMap((run, at) => {
    const { path, piece } = run;
    if (typeof piece !== "string") return [run];
    const before = sharedPath(path, runs[at - 1]?.path ?? []);
    const after = sharedPath(path, runs[at + 1]?.path ?? []);
    const start = before.length < path.length ? piece.trimStart() : piece;
    const words = after.length < path.length ? start.trimEnd() : start;
    return [
      ...(start === piece ? [] : [{ path: before, piece: " " }]),
      { path, piece: words },
      ...(words === start ? [] : [{ path: after, piece: " " }]),
    ];
  });
}

function sharedPath<T>(path: readonly T[], other: readonly T[]): readonly T[] {
  const differs = path.findIndex((of, depth) => of !== other[depth]);
  return differs < 0 ? path : path.slice(0, differs);
}

function keepWordsWhole<T>(runs: readonly Run<T>[]): Run<T>[] {
  const whole: Run<T>[] = [];
  for (const run of runs) {
    const before = whole.at(-1);
    if (before && typeof before.piece === "string" && typeof run.piece === "string") {
      const [left, right] = joinWord(before.piece, run.piece);
      whole[whole.length - 1] = { ...before, piece: left };
      whole.push({ ...run, piece: right });
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
