import { compareAcross } from "./compare-protected.ts";
import type { ProtectedKind } from "./protected-span.ts";

/** Why a translation is not to be shown. */
export type TranslationProblem = "empty" | "too-short" | "too-long" | "loses-facts";

/** A sentence and what was made of it, in ISO 639-1 codes. */
export interface Translated {
  text: string;
  from: string;
  translation: string;
  to: string;
}

/** Names are written otherwise in other languages, and quotations are translated. */
const comparedKinds: ReadonlySet<ProtectedKind> = new Set<ProtectedKind>([
  "number",
  "amount",
  "date",
  "url",
  "mail",
  "code",
  "placeholder",
]);

/** Signs as a reader sees them beyond which two languages do not differ, for short texts too. */
const MOST_TIMES_LONGER = 4;
const FEW_SIGNS = 24;
/** A sign of Chinese, Japanese or Korean says as much as so many letters. */
const LETTERS_A_SIGN = 3;

/** Tells what speaks against a translation; null if nothing does. */
export function translationProblem(translated: Translated): TranslationProblem | null {
  const { text, translation } = translated;
  if (translation.trim() === "") return "empty";
  const before = signsIn(text);
  const after = signsIn(translation);
  if (after > MOST_TIMES_LONGER * before + FEW_SIGNS) return "too-long";
  if (before > MOST_TIMES_LONGER * after + FEW_SIGNS) return "too-short";
  return losesFacts(translated) ? "loses-facts" : null;
}

/** Whether a number, a date, an address, code or a placeholder is gone or another one. */
function losesFacts({ text, from, translation, to }: Translated): boolean {
  const digits = digitsOf(translation);
  const before = { text, language: from };
  return compareAcross(before, { text: translation, language: to }).some(
    ({ kind, span }) =>
      kind !== "new" && comparedKinds.has(span.kind) && !isSameDigits(span.text, digits),
  );
}

/** "3-2" is 3:2 elsewhere, and 9/11 is 11. 9.: the same digits in other signs are the same. */
function isSameDigits(span: string, digits: readonly string[]): boolean {
  const own = digitsOf(span);
  return own.length > 0 && !/\p{L}/u.test(span) && own.every((number) => digits.includes(number));
}

function digitsOf(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}

function signsIn(text: string): number {
  let signs = 0;
  for (const sign of text)
    signs += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign)
      ? LETTERS_A_SIGN
      : 1;
  return signs;
}
