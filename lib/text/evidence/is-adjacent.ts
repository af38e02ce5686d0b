import type { Support } from "./choose-evidence.ts";
import type { Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";
import type { Name } from "./read-names.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Joins names that may stand in any order. */
const joint = /[,;:.()]|(?<!\p{L})(?:and|or|und|oder|et|ou|y|e|en)(?!\p{L})/u;

/** Whether two names stand right beside the same word: "warned A", "reported by A". */
export function isAdjacent(
  name: Name,
  other: Name,
  { sentence, support }: { sentence: ReadSentence; support: Support },
): boolean {
  return [besideBefore, besideAfter].some((beside) => {
    const here = beside(sentence, name);
    const there = beside(support.sentence, other);
    if (!here || !there || here.between !== there.between || joint.test(here.between)) return false;
    return support.matches.some(
      ({ token, places, likeness }) =>
        likeness === 1 && token === here.token && places.includes(there.token),
    );
  });
}

interface Beside {
  token: Token;
  /** What stands between the word and the name. */
  between: string;
}

function besideBefore({ text, tokens }: Words, { start }: Name): Beside | undefined {
  const token = tokens.findLast(({ end, isContent }) => isContent && end <= start);
  return isLower(text, token) ? { token, between: text.slice(token.end, start) } : undefined;
}

function besideAfter({ text, tokens }: Words, { end }: Name): Beside | undefined {
  const token = tokens.find(({ start, isContent }) => isContent && start >= end);
  return isLower(text, token) ? { token, between: text.slice(end, token.start) } : undefined;
}

function isLower(text: string, token: Token | undefined): token is Token {
  return token !== undefined && /^\p{Ll}/u.test(text.slice(token.start));
}
