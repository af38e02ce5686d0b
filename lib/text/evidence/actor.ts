import type { Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";
import { agentAfter, isPassive } from "./voice.ts";

/** What stands between the one that acts and its verb, in several languages. */
const auxiliaries =
  /^(?:has|have|had|is|are|was|were|be|been|will|would|can|could|may|might|must|should|shall|did|does|do|also|not|never|then|now|later|only|just|first|still|already|hat|haben|hatte|hatten|wird|wurde|a|ont|avait|est|ha|han|había|hanno|aveva|è|foi|foram|heeft|hebben|had|zal)$|ly$/;

/** Words before what does not act. */
const prepositions =
  /^(?:at|by|for|from|in|into|on|over|since|to|under|with|about|after|before|am|auf|aus|bei|beim|im|mit|nach|seit|zu|zum|zur|à|au|aux|avec|chez|dans|en|par|pour|sur|con|para|por|sobre|da|dal|nel|nella|per|su|com|em|na|no|voor|op|met)$/;

/** Words within a name or a noun: "the union of the bus drivers". */
const joins = /^(?:the|an?|of|de|des|du|del|della|dei|di|do|da|van|von)$/;

/** Words before a noun. */
const articles =
  /^(?:the|an?|its|his|her|their|our|my|der|die|das|de[mn]|eine[mr]?|l[ae]s?|l|une?|un[ao]?|il|lo|i|gli|el|los|o|os|as|um|uma|de|het|een)$/;

const marks = /[,;:.!?()–—"“”]/;

/** The words of what does what a verb says; none where that is not told or not plain. */
export function actorOf(words: Words, verb: Token, language: string | null): Token[] {
  const agent = agentAfter(words, verb, language);
  if (agent) return nounFrom(words, agent);
  return isPassive(words, verb, language) ? [] : subjectOf(words, verb);
}

function nounFrom({ text, tokens }: Words, first: Token): Token[] {
  const noun: Token[] = [];
  for (const token of tokens.slice(tokens.indexOf(first))) {
    const last = noun.at(-1);
    if (last && (!token.isContent || marks.test(text.slice(last.end, token.start)))) break;
    if (token.isContent) noun.push(token);
    else if (!articles.test(token.word)) break;
  }
  return noun;
}

/** The words before a verb that act; what stands between commas is left out. */
function subjectOf(words: Words, verb: Token): Token[] {
  const { text, tokens } = words;
  const noun: Token[] = [];
  let at = lastOfSubject(words, verb);
  for (; at >= 0; at -= 1) {
    const token = tokens[at];
    const first = noun[0];
    if (!token || (first && marks.test(text.slice(token.end, first.start)))) break;
    if (token.isContent) noun.unshift(token);
    else if (!joins.test(token.word)) break;
  }
  const before = tokens.slice(Math.max(0, at - 1), at + 1);
  return before.some(({ word }) => prepositions.test(word)) ? [] : noun;
}

/** Where the last word of what stands before a verb is; -1 for nowhere. */
function lastOfSubject({ text, tokens }: Words, verb: Token): number {
  let at = tokens.indexOf(verb) - 1;
  while (at >= 0 && auxiliaries.test(tokens[at]?.word ?? "")) at -= 1;
  const [last, next] = [tokens[at], tokens[at + 1]];
  if (!last || !next) return -1;
  const gap = text.slice(last.end, next.start);
  if (!marks.test(gap)) return at;
  // "A, who was there, warned B"
  const comma = gap.includes(",") ? text.lastIndexOf(",", last.start) : -1;
  return comma < 0 ? -1 : tokens.findLastIndex(({ end }) => end <= comma);
}
