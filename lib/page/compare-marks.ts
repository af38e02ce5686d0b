import type { Run } from "./marks.ts";

/**
 * Whether every character is set as it should be. Those from `start` to `end`, which were put in, may
 * be set in nothing instead, since not every editor takes what it is given.
 */
export function isSetAs(
  shown: readonly Run[],
  wanted: readonly Run[],
  { start, end }: { start: number; end: number },
): boolean {
  const seen = marksOfCharacters(shown);
  return marksOfCharacters(wanted).every((marks, index) => {
    const isPutIn = index >= start && index < end;
    return marks === null || seen[index] === marks || (isPutIn && seen[index] === "");
  });
}

/** For each UTF-16 unit its marks in a line; null for line breaks, which nothing sets. */
function marksOfCharacters(runs: readonly Run[]): (string | null)[] {
  return runs.flatMap(({ text, marks }) =>
    text.split("").map((character) => (character === "\n" ? null : marks.join("\n"))),
  );
}
