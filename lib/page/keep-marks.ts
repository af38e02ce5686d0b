import { splitTokens } from "../text/split-tokens.ts";
import { plainSpaces } from "./clean-text.ts";
import type { Mark, Run } from "./marks.ts";

/**
 * A new text, set in what all of the old one was set in; and each phrase of the old one that was set
 * in more, and that both have word for word once, as it was. Null where it keeps no such phrase.
 */
export function keepMarks(old: readonly Run[], text: string): Run[] | null {
  const ground = commonMarks(old);
  const oldTokens = splitTokens(plainSpaces(textOf(old)));
  const tokens = splitTokens(plainSpaces(text));
  const kept = phrasesOf(old, ground).flatMap((runs) => {
    const phrase = splitTokens(plainSpaces(textOf(runs)));
    const [start, ...others] = placesOf(phrase, tokens);
    const isSure = others.length === 0 && placesOf(phrase, oldTokens).length === 1;
    return isSure && start !== undefined ? [{ start, runs }] : [];
  });
  return kept.length === 0 ? null : setPhrases(text, kept, ground);
}

interface Kept {
  start: number;
  runs: readonly Run[];
}

function setPhrases(text: string, kept: readonly Kept[], ground: readonly Mark[]): Run[] {
  const made: Run[] = [];
  let at = 0;
  for (const { start, runs } of kept.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue; // two that overlap here did not in the old text
    made.push({ text: text.slice(at, start), marks: ground });
    at = start;
    for (const run of runs) {
      made.push({ text: text.slice(at, at + run.text.length), marks: run.marks });
      at += run.text.length;
    }
  }
  made.push({ text: text.slice(at), marks: ground });
  return made.filter(({ text }) => text !== "");
}

function commonMarks(runs: readonly Run[]): readonly Mark[] {
  const [first, ...others] = runs.filter(({ text }) => text !== "\n");
  return (first?.marks ?? []).filter((mark) => others.every(({ marks }) => marks.includes(mark)));
}

/** The stretches that are set in more than the ground, without spaces at their edges. */
function phrasesOf(runs: readonly Run[], ground: readonly Mark[]): Run[][] {
  const phrases: Run[][] = [[]];
  for (const run of runs)
    if (run.marks.length > ground.length && run.text !== "\n") phrases.at(-1)?.push(run);
    else phrases.push([]);
  return phrases.map(withoutEdges).filter((phrase) => phrase.length > 0);
}

function withoutEdges(phrase: readonly Run[]): Run[] {
  const runs = phrase.map((run, index) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === phrase.length - 1 ? text.trimEnd() : text };
  });
  return runs.filter(({ text }) => text !== "");
}

/** Where a list of words stands in another, by UTF-16 units. */
function placesOf(phrase: readonly string[], tokens: readonly string[]): number[] {
  const places: number[] = [];
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    if (phrase.every((word, offset) => tokens[index + offset] === word)) places.push(at);
    at += token.length;
  }
  return places;
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
