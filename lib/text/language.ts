import { baseLanguage } from "./abbreviations.ts";
import { chooseNear } from "./near-languages.ts";
import type { PageText } from "./page-text.ts";

/** What language a text seems to be in. */
export interface DetectedLanguage {
  /** An ISO 639-1 code. */
  language: string;
  isReliable: boolean;
}

/** Characters that are looked at; of these eld takes the first 350 bytes (eld 2.1, `cutAfter`). */
const sampleChars = 350;

/**
 * The language of a text, or null when nothing speaks for any. Loads its tables at the first call
 * (1.6 MB, a few hundred ms), so nothing that must be instant should wait for it.
 */
export async function detectLanguage(text: string): Promise<DetectedLanguage | null> {
  const { eld } = await import("eld/small");
  const sample = text.slice(0, sampleChars).normalize(); // eld knows no accent apart from its letter
  const found = eld.detect(sample);
  const signed = tellBySigns(sample);
  if (signed)
    return { language: signed, isReliable: found.language === signed && found.isReliable() };
  const [first, ...others] = likeliestOf(found.getScores());
  if (first === undefined) return null;
  return { language: chooseNear(sample, [first, ...others]), isReliable: found.isReliable() };
}

/**
 * Whether a text is Chinese or Japanese, which its signs tell also where eld knows none of them;
 * null where most of it is in other letters.
 */
function tellBySigns(text: string): "zh" | "ja" | null {
  const signs = text.match(/[\p{Script=Han}\u3041-\u3096\u30a1-\u30fa]/gu)?.length ?? 0;
  if (signs === 0) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (signs < letters / 4) return null; // a sign says as much as some three letters
  const kana = text.match(/[\u3041-\u3096\u30a1-\u30fa]/gu)?.length ?? 0;
  return kana > signs / 20 ? "ja" : "zh"; // a Chinese text may cite a word of Japanese
}

/** Scores (0 to 1) that are less than this apart say little about which of near languages it is. */
const closeScore = 0.05;

/** What eld calls Malay is Indonesian too, in which far more is written. */
const namedAs: Readonly<Record<string, readonly string[]>> = { ms: ["id", "ms"] };

function likeliestOf(scores: Readonly<Record<string, number>>): string[] {
  const sorted = Object.entries(scores).toSorted(([, a], [, b]) => b - a);
  const best = sorted[0]?.[1] ?? 0;
  const close = sorted.filter(([, score]) => score > best - closeScore);
  return close.flatMap(([code]) => namedAs[code] ?? [code]);
}

/** Fewer letters than these say too little about the language that they are in. */
const tellingLetters = 25;

/** The language of a text as an ISO 639-1 code, with its letters; null where it tells too little. */
export async function tellLanguage(
  text: string,
): Promise<{ language: string; letters: number } | null> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < tellingLetters) return null;
  const found = await detectLanguage(text);
  return found?.isReliable ? { language: found.language, letters } : null;
}

/** The language code of a tag that a page declares, such as "pt" of "pt-BR"; null if it is none. */
export function declaredCode(tag: string | null | undefined): string | null {
  const base = baseLanguage(tag ?? null);
  return base !== null && /^[a-z]{2,3}$/.test(base) ? base : null;
}

/**
 * The language of a page: what its text is in, or what it declares where that is the same language
 * more exactly ("pt-BR") or where the text says too little.
 */
export async function chooseLanguage(
  page: Pick<PageText, "language" | "passages">,
): Promise<string | null> {
  const declared = page.language?.trim() || null;
  const found = mostTold(await Promise.all(samplesOf(page).map(detectLanguage)));
  if (!found) return declared;
  if (baseLanguage(found.language) === baseLanguage(declared)) return declared;
  return found.isReliable || !declared ? found.language : declared;
}

/** The language that is told most often, the first of those that are told as often. */
function mostTold(found: readonly (DetectedLanguage | null)[]): DetectedLanguage | null {
  const told = found.filter((one) => one !== null);
  const countOf = ({ language }: DetectedLanguage) =>
    told.filter((other) => other.language === language).length;
  return told.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? null;
}

/** Running text from three places of a page: its top may be a menu in another language. */
function samplesOf({ passages }: Pick<PageText, "passages">): string[] {
  const prose = passages.filter(({ kind }) => kind === "paragraph" || kind === "quote");
  const from = prose.length > 0 ? prose : passages.filter(({ kind }) => kind !== "code");
  return [0, 1 / 3, 2 / 3].map((share) => textOf(from.slice(Math.floor(from.length * share))));
}

function textOf(passages: PageText["passages"]): string {
  let text = "";
  for (const passage of passages) {
    if (text.length >= sampleChars) break;
    text += `${passage.text.slice(0, sampleChars)}\n`;
  }
  return text.slice(0, sampleChars);
}
