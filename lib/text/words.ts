import { baseLanguage } from "./abbreviations.ts";

/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;

/** Long runs cost the segmenter more than linear time, so they are cut. */
const segmentedChars = 500;

/**
 * Words as a reader would count them: what stands between spaces, and dictionary words where a
 * script has no spaces. Signs alone are no words.
 */
export function countWords(text: string, language: string | null): number {
  const spaced = text.replace(unspaced, " ");
  const count = countSpaced(spaced);
  return spaced === text ? count : count + countUnspaced(text, language);
}

function countSpaced(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

function countUnspaced(text: string, language: string | null): number {
  const segmenter = new Intl.Segmenter(baseLanguage(language) ?? "ja", { granularity: "word" });
  let count = 0;
  for (const [run] of text.matchAll(unspaced)) {
    for (let from = 0; from < run.length; from += segmentedChars) {
      const part = segmenter.segment(run.slice(from, from + segmentedChars));
      for (const { isWordLike } of part) if (isWordLike) count += 1;
    }
  }
  return count;
}

/**
 * Words a minute in the standardized texts of Trauzettel-Klosinski and Dietz, "Standardized
 * Assessment of Reading Performance: The New International Reading Speed Texts IReST",
 * Investigative Ophthalmology & Visual Science 53 (2012), 5452. Read aloud, so on the careful side.
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 193,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 158,
};

/** The mean over the languages of that study, for all others. */
const meanWordsPerMinute = 184;

/** Whole minutes that a reader needs for so many words, at least 1; rates after IReST (2012). */
export function readingMinutes(words: number, language: string | null): number {
  const rate = wordsPerMinute[baseLanguage(language) ?? ""] ?? meanWordsPerMinute;
  return Math.max(1, Math.round(words / rate));
}
