import { differs, isDenied } from "./check-negation.ts";
import type { Evidence, Support } from "./choose-evidence.ts";
import { nextContent } from "./clause.ts";
import { contextLikeness } from "./context.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageIndex } from "./page-index.ts";
import { polarityWordsOf, type PolarityWords } from "./polarity-words.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { oppositeOf } from "./senses.ts";
import { strongSupports } from "./strong-supports.ts";

/** Words in whose place the page has their opposite: "rose" for "fell". */
export function checkOpposites(
  sentence: ReadSentence,
  evidence: Evidence,
  page: PageIndex,
): Doubt[] {
  const words = polarityWordsOf(page.language);
  const said = new Set(
    evidence.supports.flatMap((support) => support.sentence.tokens.map(({ stem }) => stem)),
  );
  for (const support of strongSupports(sentence, evidence)) {
    for (const token of sentence.tokens) {
      if (token.senses.length === 0 || said.has(token.stem)) continue;
      const place = oppositeIn(token, support, { sentence, words });
      if (place) return [differs("opposite", token, { support, place })];
    }
  }
  return [];
}

interface Around {
  sentence: ReadSentence;
  words: PolarityWords | null;
}

/** How alike the words around a word and its opposite must be. */
const leastLikeness = 0.45;

function oppositeIn(
  token: Token,
  support: Support,
  { sentence, words }: Around,
): Token | undefined {
  const opposites = new Set(token.senses.map(oppositeOf));
  const own = new Set(sentence.tokens.map(({ stem }) => stem));
  const there = support.sentence;
  const likeness = (span: Token) => contextLikeness(sentence, token, { sentence: there, span });
  // "up" or "rose" elsewhere in the page's sentence may be what is meant
  const same = there.tokens.filter((other) => sharesSense(token, other)).map(likeness);
  const mostAlike = Math.max(0, ...same);
  return there.tokens.find(
    (other) =>
      !own.has(other.stem) &&
      other.isContent === token.isContent &&
      other.senses.some((sense) => opposites.has(sense)) &&
      likeness(other) >= Math.max(leastLikeness, mostAlike) &&
      (token.isContent || isFollowedAlike(token, other, { sentence, support })) &&
      !(words && isDenied(token, sentence, words) !== isDenied(other, there, words)),
  );
}

function sharesSense(token: Token, other: Token): boolean {
  return token.senses.some((sense) => other.senses.includes(sense));
}

/** "Before A" and "after A"; but "B after A" says what "A before B" does. */
function isFollowedAlike(
  token: Token,
  other: Token,
  { sentence, support }: { sentence: ReadSentence; support: Support },
): boolean {
  const next = nextContent(sentence, token);
  const nextThere = nextContent(support.sentence, other);
  return next !== undefined && nextThere !== undefined && next.stem === nextThere.stem;
}
