import { actorOf } from "./actor.ts";
import type { Pair } from "./anchors.ts";
import { areAlike } from "./are-alike.ts";
import { differs } from "./check-negation.ts";
import type { Evidence } from "./choose-evidence.ts";
import type { Words } from "./clause.ts";
import type { Doubt } from "./doubt.ts";
import type { Token } from "./evidence-tokens.ts";
import { isGeneral } from "./general-words.ts";
import { isLikeVerb } from "./is-like-verb.ts";
import type { PageIndex } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { strongSupports } from "./strong-supports.ts";
import { symmetricVerbs } from "./voice.ts";

/** "B warned A" where the page has A do so, in whatever voice and however far from its verb. */
export function checkActors(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  for (const support of strongSupports(sentence, evidence)) {
    const pair = { sentence, there: support.sentence, language: page.language };
    const mayCompare = ({ stem }: Token) =>
      !symmetricVerbs.has(stem) &&
      (evidence.bestCoverage >= toCompareGeneral || !isGeneral(stem, page.language));
    for (const { token, places } of support.matches) {
      const [place, ...more] = places;
      if (
        place &&
        more.length === 0 &&
        mayCompare(token) &&
        isDoneByAnother({ token, place }, pair)
      )
        return [differs("order", token, { support, place })];
    }
  }
  return [];
}

/** The share that one sentence must hold for a verb that fits any matter, as "keep", to be the same. */
const toCompareGeneral = 0.85;

/** A verb here and on the page. */
interface Verb {
  token: Token;
  place: Token;
}

/** Whether what acts on the page is another than in the sentence, which has that one too. */
function isDoneByAnother({ token, place }: Verb, { sentence, there, language }: Pair): boolean {
  if (!isLikeVerb(sentence, token, language) || !isLikeVerb(there, place, language)) return false;
  const own = actorOf(sentence, token, language);
  const actor = actorOf(there, place, language);
  if (own.length === 0 || own.some((one) => actor.some((other) => areAlike(one, other))))
    return false;
  const others = sentence.content.filter((one) => !own.includes(one) && one !== token);
  return actor.some(
    (acting) => others.some(({ stem }) => stem === acting.stem) && isOnce(acting, there),
  );
}

function isOnce({ stem }: Token, { tokens }: Words): boolean {
  return tokens.filter((token) => token.stem === stem).length === 1;
}
