import { alignTokens, type Stretch } from "./align-tokens.ts";
import { splitTokens } from "./split-tokens.ts";

/** A stretch of text that a rewrite kept, took away or put in. Never empty. */
export interface Change {
  kind: "same" | "removed" | "added";
  text: string;
}

/**
 * What a rewrite changes, word by word. The texts that are `same` or `removed`, joined, are
 * `before`; those that are `same` or `added` are `after`. What is removed stands before what is
 * added in its place, and no two neighbours are of one kind. A word or two that stayed by chance
 * between changes counts as changed, so that both can be read.
 */
export function compareTexts(before: string, after: string): Change[] {
  let stretches = joinNeighbours(alignTokens(splitTokens(before), splitTokens(after)));
  for (;;) {
    const calmer = joinNeighbours(stretches.map(changeIfTiny));
    if (calmer.length === stretches.length) return calmer.flatMap(toChanges);
    stretches = calmer;
  }
}

function toChanges(stretch: Stretch): Change[] {
  const changes: Change[] =
    stretch.kind === "same"
      ? [{ kind: "same", text: stretch.tokens.join("") }]
      : [
          { kind: "removed", text: stretch.removed.join("") },
          { kind: "added", text: stretch.added.join("") },
        ];
  return changes.filter(({ text }) => text !== "");
}

function joinNeighbours(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.kind === "same" && stretch.kind === "same") {
      joined[joined.length - 1] = { kind: "same", tokens: [...last.tokens, ...stretch.tokens] };
    } else if (last?.kind === "changed" && stretch.kind === "changed") {
      joined[joined.length - 1] = joinChanged(last, stretch);
    } else joined.push(stretch);
  }
  return joined;
}

type Changed = Extract<Stretch, { kind: "changed" }>;

function joinChanged(left: Changed, right: Changed): Changed {
  return {
    kind: "changed",
    removed: [...left.removed, ...right.removed],
    added: [...left.added, ...right.added],
  };
}

/** More words than this in a row are never there by chance. */
const MOST_CHANCE_WORDS = 2;

/** A stretch that both texts have, seen as changed where that reads better. Lines are kept apart. */
function changeIfTiny(stretch: Stretch, at: number, all: Stretch[]): Stretch {
  const left = all[at - 1];
  const right = all[at + 1];
  if (stretch.kind === "changed" || left?.kind !== "changed" || right?.kind !== "changed") {
    return stretch;
  }
  if (stretch.tokens.some((token) => /^[\r\n]/.test(token))) return stretch;
  const words = countWords(stretch.tokens);
  const around = Math.min(sizeOf(left), sizeOf(right));
  const isChance = words <= MOST_CHANCE_WORDS && words <= around;
  return isChance && replacesBeside(left, right, words)
    ? { kind: "changed", removed: stretch.tokens, added: stretch.tokens }
    : stretch;
}

/** Two pure insertions, or two pure deletions, stay apart unless only a space is between them. */
function replacesBeside(left: Changed, right: Changed, words: number): boolean {
  if (words === 0) return true;
  const removed = countWords(left.removed) + countWords(right.removed);
  const added = countWords(left.added) + countWords(right.added);
  return removed > 0 && added > 0;
}

function sizeOf({ removed, added }: Changed): number {
  return Math.max(countWords(removed), countWords(added));
}

function countWords(tokens: string[]): number {
  return tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}
