import { type Candidate, candidatesOf } from "./candidates.ts";
import type { Passage } from "./page-text.ts";
import { termsOf } from "./terms.ts";
import { countWords } from "./words.ts";

/** One sentence of the instant summary, word for word as on the page. */
export interface DraftSentence {
  text: string;
  /** The `number` of the passage it stands in. */
  passageNumber: number;
}

/** What is known of the page besides its text. */
export interface DraftOptions {
  language: string | null;
  title: string;
  /** How many sentences to choose; left out, it follows the length of the page. */
  sentences?: number;
}

/**
 * The instant summary: the sentences that say most of what the page says, in reading order.
 *
 * A sentence counts for the words that it shares with the rest of the page and for where it stands.
 * How much the place counts is decided by the page itself: its opening is compared with every other
 * stretch of the same length by how much of the page's matter it covers. A report's opening covers
 * more than most, so it is kept; an anecdote's or a menu's covers little, and gives way.
 */
export function writeDraft(passages: readonly Passage[], options: DraftOptions): DraftSentence[] {
  const candidates = candidatesOf(passages, options.language);
  const count = options.sentences ?? sentencesFor(candidates, options.language);
  const chosen =
    candidates.length <= count
      ? candidates
      : choose(candidates, worthOf(candidates, topicOf(passages, options.title)), count);
  return chosen.map(({ text, passageNumber }) => ({ text, passageNumber }));
}

/** Two sentences of a note, three of a short article, five of a long one, seven of a report of 4,800 words. */
function sentencesFor(candidates: readonly Candidate[], language: string | null): number {
  const words = countWords(candidates.map(({ text }) => text).join("\n"), language);
  if (words < 120) return 2;
  return Math.min(7, Math.max(3, 3 + Math.floor(Math.log2(words / 300))));
}

/** The words of the title and the headings: what the writer says that the page is about. */
function topicOf(passages: readonly Passage[], title: string): ReadonlySet<string> {
  const headings = passages.filter(({ kind }) => kind === "heading");
  return termsOf([title, ...headings.map(({ text }) => text)].join("\n"));
}

const openingSentences = 3;

/** The quality below which a sentence is a fragment, no statement. */
const statementQuality = 0.5;

/** What each sentence is worth by itself. */
function worthOf(candidates: readonly Candidate[], topic: ReadonlySet<string>): number[] {
  const weights = weightsOf(candidates, topic);
  const central = candidates.map(({ terms }) => coverage([...terms], weights));
  const most = central.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE);
  const statements = candidates.filter(({ quality }) => quality >= statementQuality);
  // with and without the fragments: a dateline must not spoil a lead, nor a list hide it
  const trust = Math.max(trustInOpening(statements, weights), trustInOpening(candidates, weights));
  let before = 0; // a dateline, a credit or a menu takes no place from what follows it
  return candidates.map(({ quality, isFirst }, index) => {
    const place = trust * placeWeight(before) + (isFirst ? 0.1 : 0);
    if (quality >= statementQuality) before += 1;
    return quality * ((central[index] ?? 0) / most + place);
  });
}

/**
 * A word weighs by the number of sentences that use it, less where it is in so many that it tells
 * nothing apart; a word used once joins its sentence to no other. Title and headings count double.
 */
function weightsOf(
  candidates: readonly Candidate[],
  topic: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { terms } of candidates)
    for (const term of terms) uses.set(term, (uses.get(term) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [term, count] of uses) {
    const isTopic = topic.has(term);
    if (count < 2 && !isTopic) continue;
    const rarity = Math.log(1 + candidates.length / count);
    weights.set(term, Math.log(1 + count) * rarity * (isTopic ? 2 : 1));
  }
  return weights;
}

/** How much of the page's matter some words carry, for their number: a cosine but for a constant. */
function coverage(terms: readonly string[], weights: ReadonlyMap<string, number>): number {
  const carried = terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return terms.length === 0 ? 0 : carried / Math.sqrt(terms.length + 4);
}

/**
 * Trust from 0 to 1, by the share of the page's stretches that cover its matter no better than its
 * opening does: none for an opening in the worst fifth, all for one in the better half.
 */
function trustInOpening(
  statements: readonly Candidate[],
  weights: ReadonlyMap<string, number>,
): number {
  const last = Math.max(1, statements.length - openingSentences + 1);
  const covered = Array.from({ length: last }, (_, from) => {
    const stretch = statements.slice(from, from + openingSentences);
    const quality = stretch.reduce((sum, each) => sum + each.quality, 0) / openingSentences;
    return quality * coverage([...new Set(stretch.flatMap(({ terms }) => [...terms]))], weights);
  });
  const opening = covered[0] ?? 0;
  const share = covered.filter((value) => value <= opening).length / covered.length;
  return Math.min(1, Math.max(0, (share - 0.2) / 0.3));
}

/** Full for the opening, then falling as one over the distance from it. */
function placeWeight(index: number): number {
  return index < openingSentences ? 1.2 - index * 0.1 : 1.2 / (index - openingSentences + 3);
}

/** Takes the best sentence again and again, each worth less by what those taken have said. */
function choose(
  candidates: readonly Candidate[],
  worth: readonly number[],
  count: number,
): Candidate[] {
  const said = new Set<string>();
  const taken = new Set<number>();
  const heard = new Map<number, number>();
  const isLong = count > openingSentences; // a short draft may be all of one passage
  while (taken.size < count) {
    const best = bestOf(candidates, worth, { said, taken, heard: isLong ? heard : noneHeard });
    const candidate = candidates[best];
    if (!candidate) break;
    taken.add(best);
    heard.set(candidate.passageNumber, (heard.get(candidate.passageNumber) ?? 0) + 1);
    for (const term of candidate.terms) said.add(term);
  }
  return candidates.filter((_, index) => taken.has(index));
}

interface Chosen {
  said: ReadonlySet<string>;
  taken: ReadonlySet<number>;
  /** Sentences taken from each passage, by its number. */
  heard: ReadonlyMap<number, number>;
}

const noneHeard: ReadonlyMap<number, number> = new Map();

/** What a passage's next sentence is worth beside its first: other passages have their say too. */
const nextOfPassage = 0.6;

function bestOf(
  candidates: readonly Candidate[],
  worth: readonly number[],
  chosen: Chosen,
): number {
  let best = -1;
  let most = -1;
  for (const [index, candidate] of candidates.entries()) {
    if (chosen.taken.has(index)) continue;
    const loose = candidate.isDangling && !chosen.taken.has(index - 1);
    const fresh = 1 - repeated(candidate.terms, chosen.said);
    const again = nextOfPassage ** (chosen.heard.get(candidate.passageNumber) ?? 0);
    const left = (worth[index] ?? 0) * (loose ? 0.7 : 1) * fresh * again;
    if (left > most) [best, most] = [index, left];
  }
  return best;
}

/**
 * How much of a sentence was said already, from 0 to 1; half of its words said is no repetition.
 * Every word counts alike here: sentences on one subject must share its heavy words.
 */
function repeated(terms: ReadonlySet<string>, said: ReadonlySet<string>): number {
  let old = 0;
  for (const term of terms) if (said.has(term)) old += 1;
  return terms.size === 0 ? 0 : Math.max(0, (old / terms.size - 0.5) * 2);
}
