import { areAlike } from "./are-alike.ts";
import { differs, isDenied } from "./check-negation.ts";
import type { Evidence, Support } from "./choose-evidence.ts";
import { nextContent } from "./clause.ts";
import { contextLikeness } from "./context.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { polarityWordsOf, type PolarityWords } from "./polarity-words.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { excludes } from "./senses.ts";
import { strongSupports } from "./strong-supports.ts";

/** Words in whose place the page has their opposite: "rose" for "fell". */
export function checkOpposites(
  sentence: ReadSentence,
  evidence: Evidence,
  page: PageIndex,
): Doubt[] {
  const around = { sentence, evidence, words: polarityWordsOf(page.language) };
  for (const support of strongSupports(sentence, evidence)) {
    for (const token of sentence.tokens) {
      if (token.senses.length === 0) continue;
      const asSaid = evidence.bestCoverage < leastToSayOtherwise ? evidence.supports : [support];
      if (asSaid.some((one) => saysWord(one, token))) continue;
      const place = oppositeIn(token, support, around);
      if (place) return [differs("opposite", token, { support, place })];
    }
  }
  return [];
}

/** Where less than this is shared, a word that is also said counts as what is meant. */
const leastToSayOtherwise = 0.65;

interface Around {
  sentence: ReadSentence;
  evidence: Evidence;
  words: PolarityWords | null;
}

/** How alike the words around a word and its opposite must be. */
const leastLikeness = 0.45;

function oppositeIn(
  token: Token,
  support: Support,
  { sentence, evidence, words }: Around,
): Token | undefined {
  const likenessIn = (there: PageSentence) => (span: Token) =>
    contextLikeness(sentence, token, { sentence: there, span });
  // "up" or "rose" elsewhere on the page may be what is meant
  const same = evidence.supports.flatMap(({ sentence: there }) =>
    there.tokens.filter((other) => areAlike(token, other)).map(likenessIn(there)),
  );
  const mostAlike = Math.max(0, ...same);
  const there = support.sentence;
  return there.tokens.find(
    (other) =>
      // "old ones are swapped for new ones" says both
      !sentence.tokens.some((own) => areAlike(own, other)) &&
      excludes(token, other) &&
      likenessIn(there)(other) >= Math.max(leastLikeness, mostAlike) &&
      !isConverse(token, other, support) &&
      (token.isContent || other.isContent || standsAlike(token, other, { sentence, support })) &&
      !(words && isDenied(token, sentence, words) !== isDenied(other, there, words)),
  );
}

/** "B borrowed from A" says what "A lent to B" does. */
function isConverse(token: Token, other: Token, { matches }: Support): boolean {
  const isMoved = (isBefore: boolean) =>
    matches.some(
      ({ token: own, places }) =>
        own.start < token.start === isBefore &&
        own !== token &&
        places.every(({ start }) => start > other.start === isBefore),
    );
  return isMoved(true) && isMoved(false);
}

function saysWord({ sentence }: Support, { stem }: Token): boolean {
  return sentence.tokens.some((other) => other.stem === stem);
}

/** Compare amounts, which may stand before them or after. */
const comparatives =
  /^(?:more|less|fewer|mehr|weniger|plus|moins|más|menos|più|meno|mais|meer|minder)$/;

/** "Before A" and "after A", "a third more" and "a third less"; but "B after A" is "A before B". */
function standsAlike(
  token: Token,
  other: Token,
  { sentence, support }: { sentence: ReadSentence; support: Support },
): boolean {
  const next = nextContent(sentence, token);
  const nextThere = nextContent(support.sentence, other);
  if (next && nextThere && next.stem === nextThere.stem) return true;
  if (!comparatives.test(token.word)) return false;
  const before = sentence.content.findLast(({ end }) => end <= token.start);
  const beforeThere = support.sentence.tokens.findLast(
    ({ end, isContent }) => isContent && end <= other.start,
  );
  return before !== undefined && before.stem === beforeThere?.stem;
}
