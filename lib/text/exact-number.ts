import { baseLanguage } from "./abbreviations.ts";

/**
 * A text of the same length with the decimal digits of every script written 0 to 9, and Arabic
 * separators as "." and ",". Digits beyond the basic plane stay.
 */
export function withPlainDigits(text: string): string {
  return text.replace(/[\p{Nd}٫٬]/gu, (sign) => {
    if (sign === "٫") return ".";
    if (sign === "٬") return ",";
    return sign.length > 1 ? sign : String(digitOf(sign.codePointAt(0) ?? 0));
  });
}

/** Unicode keeps each script's digits in a row of ten. */
function digitOf(code: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/**
 * What a written number may mean, each as plain digits with a point: "1,000" in English is "1000",
 * in German "1". What cannot be told stays as it is written. `shift` is the power of ten of a word
 * after it, such as 6 for "million".
 */
export function readNumber(written: string, language: string | null, shift: number): string[] {
  const sign = /^[-−]/.test(written) ? "-" : "";
  const digits = written.replace(/^[-−]/, "").replace(/[\s'’]/g, "");
  const plain = plainNumbers(digits, language);
  return plain.map((number) => sign + shiftPoint(number, shift));
}

const fractions: Readonly<Record<string, string>> = { "¼": "25", "½": "5", "¾": "75" };

function plainNumbers(digits: string, language: string | null): string[] {
  const [, whole = "", fraction] = /^(\d*)([¼½¾])$/.exec(digits) ?? [];
  if (fraction) return [`${whole || "0"}.${fractions[fraction] ?? ""}`];
  if (/^\d+$/.test(digits)) return [digits];
  const marks = digits.replace(/\d/g, "");
  return marks.length === 1 ? onceMarked(digits, marks, language) : [oftenMarked(digits, marks)];
}

/** "1.5", or "1.000", which may be a thousand. */
function onceMarked(digits: string, mark: string, language: string | null): string[] {
  const [front = "", back = ""] = digits.split(mark);
  if (!/[.,]/.test(mark) || front === "") return [digits];
  const decimal = `${front}.${back}`;
  const mayGroup = back.length === 3 && front.length <= 3 && !front.startsWith("0");
  if (!mayGroup) return [decimal];
  if (language === null) return [front + back, decimal];
  return [mark === decimalMark(language) ? decimal : front + back];
}

/** "1,000,000.5" and "1.000.000"; anything else, as "10.0.3", is no one number. */
function oftenMarked(digits: string, marks: string): string {
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(digits)) return digits.replaceAll(",", "");
  if (!/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits)) return digits;
  return marks.endsWith(",")
    ? digits.replaceAll(".", "").replace(",", ".")
    : digits.replaceAll(".", "");
}

function shiftPoint(number: string, shift: number): string {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  if (whole === "") return number;
  const padded = part.padEnd(shift, "0");
  const decimals = padded.slice(shift).replace(/0+$/, "");
  const digits = whole + padded.slice(0, shift);
  // "007" is no 7
  const shifted = shift > 0 || part ? digits.replace(/^0+(?=\d)/, "") : digits;
  return decimals ? `${shifted}.${decimals}` : shifted;
}

function decimalMark(language: string): string {
  const base = baseLanguage(language) ?? "en";
  if (/-(?:CH|LI|MX)\b/i.test(language)) return ".";
  return commaLanguages.has(base) ? "," : ".";
}

/** Languages that write a comma before decimals. */
const commaLanguages = new Set(
  "af az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk ky lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi".split(
    " ",
  ),
);
