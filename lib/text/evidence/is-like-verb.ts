import { baseLanguage } from "../abbreviations.ts";
import type { Words } from "./clause.ts";
import type { Token } from "./evidence-tokens.ts";
import { irregularForms } from "./irregular-forms.ts";

/** Words before a noun, in several languages. */
const articles =
  /^(?:an?|the|its|his|her|their|of|in|on|for|with|as|by|une?|un[oa]s?|uma?s?|il?|os?|gli|l[aeo]s?|des?|du|del|einen?|de[nmr]|die|das|het)$/;

/** English words before a verb in its plain form. */
const auxiliaries = /^(?:to|will|would|can|could|may|might|must|shall|should|did|do|does|not)$/;

/** What follows an English plural rather than a verb. */
const afterNouns =
  /^ (?:of|in|on|at|by|as|and|or|for|from|with|will|would|can|could|may|might|must|are|were|have|had|who|which|that)\b/;

/** English verbs whose past is no other than their plain form. */
const unchanging = /^(?:beat|bet|cost|cut|hit|hurt|let|put|quit|set|shut|split|spread)$/;

/** Whether a word may be a verb: no capital, no article before it, in English the form of one. */
export function isLikeVerb({ text, tokens }: Words, token: Token, language: string | null) {
  const before = tokens[tokens.indexOf(token) - 1]?.word ?? "";
  const written = text.slice(token.start, token.end);
  if (!/^\p{Ll}+$/u.test(written) || articles.test(before)) return false;
  if (text.charAt(token.start - 1) === "-") return false;
  const rest = text.slice(token.end);
  if ((baseLanguage(language) ?? "en") !== "en") return true;
  if (/[^s]s$/.test(written)) return /^ \w/.test(rest) && !afterNouns.test(rest);
  if (written.endsWith("ing") && /^ (?:is|are|was|were|has|will)\b/.test(rest)) return false;
  if (/(?:ed|ing)$/.test(written) || irregularForms.has(written)) return true;
  return unchanging.test(written) || auxiliaries.test(before);
}
