/** What a sentence is about, for ranking: its words folded, without the ones that only join others. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const [token] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (isAlphabetic.test(token)) addWord(terms, token);
    else addPairs(terms, token);
  }
  return terms;
}

const isAlphabetic = /^[\p{ASCII}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const isUnspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const kana = /^\p{Script=Hiragana}+$/u;
const shortName = /^(?=.{2,3}$)[\p{Lu}\p{N}]+$/u;
const foldedLength = 6;

/**
 * In alphabets most words of up to three letters are articles, prepositions and the like, in any
 * language; names such as EU are not. Longer ones that say as little are listed.
 */
function addWord(terms: Set<string>, token: string): void {
  const word = token.toLowerCase();
  if (word.length <= 3 ? shortName.test(token) : !joiners.has(word)) terms.add(fold(word));
}

/** Cuts inflection off: six letters tell most European words apart, and a plural's s is none. */
function fold(word: string): string {
  if (word.length > foldedLength) return word.slice(0, foldedLength);
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Without spaces, pairs of characters stand for words; pairs of hiragana are mostly grammar. */
function addPairs(terms: Set<string>, token: string): void {
  if (!isUnspaced.test(token)) {
    terms.add(token);
    return;
  }
  for (let at = 0; at + 2 <= token.length; at += 1) {
    const pair = token.slice(at, at + 2);
    if (!kana.test(pair)) terms.add(pair);
  }
}

const joiners = new Set(
  (
    "that this these those with from have been were will would could should their there they them then than " +
    "when what which while where whom whose your yours into about after before also because being does " +
    "each even ever every here just like make many more most much must only other over same some such said says " +
    "still very well between both during through under until upon without against among " +
    "eine einer einen einem eines nicht auch sich sind wird werden wurde wurden haben hatte kann können " +
    "dass oder aber wenn noch nach beim über durch unter diese dieser dieses diesem diesen sein seine ihre ihrer mehr zwischen " +
    "dans pour avec cette leur leurs sont être avoir mais plus comme tout tous elle elles nous vous était ainsi entre aussi " +
    "para como pero esta este esto están también entre desde sobre cuando donde porque todo todos tiene " +
    "della delle degli nella sono anche come questo questa essere hanno " +
    "jest oraz przez tego które który która było jako także " +
    "этого который которые также было были чтобы если может только когда " +
    "voor niet maar worden wordt deze zijn hebben over naar door"
  ).split(" "),
);
