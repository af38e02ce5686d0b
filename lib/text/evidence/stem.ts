import { baseLanguage } from "../abbreviations.ts";
import { irregularForms } from "./irregular-forms.ts";

/**
 * What a word has in common with its inflections and most of its derivations, for comparing only:
 * "rising", "rose" and "rises" are one. Light: suffixes are cut and seven letters kept.
 */
export function stemOf(word: string, language: string | null): string {
  const plain = withoutMarks(word.toLowerCase());
  if (/^\p{N}/u.test(plain) || !isInflected.test(plain)) return plain;
  const base = baseLanguage(language) ?? "en";
  if (base === "en") return stemEnglish(irregularForms.get(plain) ?? plain);
  const suffix = suffixes[base];
  if (!suffix) return cutAnywhere(plain);
  return finish(plain.replace(suffix, ""));
}

const isInflected = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const keptLetters = 7;

function withoutMarks(word: string): string {
  if (/^[a-z]*$/.test(word) || !isInflected.test(word)) return word;
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("’", "'");
}

function stemEnglish(word: string): string {
  const singular = word
    .replace(/['’]s?$/, "")
    .replace(/(?<=..)ies$/, "y")
    .replace(/(?<=ss|sh|ch|x|z)es$/, "")
    .replace(/(?<=..[^sui])s$/, "");
  const bare = singular
    .replace(/(?<=[aeiouy].*[^e])(?:ing|ed)$|(?<=[aeiouy].+)ing$/, "")
    .replace(/(?<=.{4})(?:ations?|ments?|fully|ness|ity|ive|ion|est|ful|ly|al|ic|er|or|an)$/, "");
  return finish(bare.length < 2 ? singular : bare);
}

/** "cutt" and "cut", "rise" and "ris", "city" and "citi", "product" and "produce" are alike. */
function finish(stem: string): string {
  return stem
    .replace(/(?<=..)([^aeiouls\d])\1$/u, "$1")
    .replace(/(?<=..)[eyi]$/, "")
    .replace(/uct$/, "uc")
    .slice(0, keptLetters);
}

/** For languages whose suffixes are not listed: the end, where words are inflected, is cut. */
function cutAnywhere(word: string): string {
  const letters = word.length <= 4 ? word.length : Math.min(6, word.length - 1);
  return word.slice(0, letters);
}

const suffixes: Readonly<Record<string, RegExp>> = {
  de: /(?<=.{3})(?:ungen|ung|lichen|licher|liches|liche|lich|ischen|ischer|ische|isch|innen|ern|ten|tet|te|en|er|es|em|st|e|n|s|t)$/,
  nl: /(?<=.{3})(?:ingen|ing|heden|heid|elijke|elijk|sten|ste|den|ten|de|te|en|es|er|e|s|t|n)$/,
  fr: /(?<=.{3})(?:issements?|ements?|ations?|ateurs?|atrices?|eurs?|euses?|aient|erait|eront|erent|ives?|ifs?|ees|ee|es|er|ez|ent|ait|ant|ions|era|e|s|x)$/,
  es: /(?<=.{3})(?:aciones|acion|amientos?|imientos?|mente|ando|iendo|aron|ieron|ados|adas|idos|idas|ado|ada|ido|ida|aban|aba|aran|ara|ian|ar|er|ir|os|as|es|on|an|en|io|o|a|e|s)$/,
  pt: /(?<=.{3})(?:acoes|acao|amentos?|imentos?|mente|ando|endo|indo|aram|eram|iram|ados|adas|idos|idas|ado|ada|ido|ida|avam|ava|ar|er|ir|os|as|es|ou|am|em|o|a|e|s)$/,
  it: /(?<=.{3})(?:azioni|azione|amenti|amento|imenti|imento|mente|ando|endo|arono|erono|irono|ati|ate|ato|ata|iti|ite|ito|ita|uti|ute|uto|uta|are|ere|ire|ano|ono|o|a|i|e)$/,
};
