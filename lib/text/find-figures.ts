import { readNumber, withPlainDigits } from "./exact-number.ts";
import { findDates } from "./find-dates.ts";
import { takeSpans, type ValuedSpan } from "./protected-span.ts";
import { readScale, readUnit, unitPatterns } from "./units.ts";

/** Dates, amounts and numbers of a text, with their values, in no particular order. */
export function findFigures(text: string, language: string | null): ValuedSpan[] {
  const plain = withPlainDigits(text);
  const dates = findDates(plain, language);
  const figures = [...dates, ...findNumbers(takeSpans(plain, dates), language)];
  return figures.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

const grouped = "\\d{1,3}(?:[ \\u00a0\\u202f\\u2009'’]\\d{3})+(?:[.,]\\d+)?(?![\\d])";
const fraction = "\\d*[¼½¾]|\\d+(?:\\/\\d+)+|\\d{1,3}:\\d{1,3}(?![\\d:])";
const plain = "\\d+(?:[.,]\\d+)*";
// a number within a word, as in H2O, belongs to the word
const alone = "(?<![\\p{Lu}\\p{Ll}_\\d]|\\d[.,:/]|\\p{Lu}-)";
const notInWord = "(?![\\p{Lu}\\p{Ll}])";

const number = new RegExp(
  `(?:(?<unit1>${unitPatterns.before})\\s?|${alone}(?:(?<=^|[\\s(])(?=[-−]\\d))?)` +
    `(?<number>(?:(?<![\\p{L}\\p{N}\\p{P}])[-−])?(?:${grouped}|${fraction}|${plain}))` +
    `(?:[\\s-]?(?<scale>${unitPatterns.scale}|(?<=\\p{Sc}\\s?[\\d.,]{1,12})(?:${unitPatterns.moneyScale}))${notInWord}(?<of>\\s(?:de\\s|di\\s|d['’]))?)?` +
    `(?:(?:[\\s-]?|(?<=d['’]))(?<unit2>${unitPatterns.after})${notInWord})?`,
  "gmu",
);

function findNumbers(text: string, language: string | null): ValuedSpan[] {
  return Array.from(text.matchAll(number)).flatMap((match): ValuedSpan[] => {
    const { number: digits = "", scale, unit1, unit2, of } = match.groups ?? {};
    const unit = unit1 ?? unit2;
    const written = unit ? match[0] : match[0].slice(0, match[0].length - (of?.length ?? 0));
    const start = match.index;
    const end = start + written.length;
    if (!unit && isListMark(text, start, end)) return [];
    const numbers = readNumber(digits, language, readScale(scale));
    if (!unit)
      return [{ kind: "number", text: written, start, end, values: numbers.map(asNumber) }];
    const values = numbers.flatMap((value) => amountValues(value, unit));
    return [{ kind: "amount", text: written, start, end, values }];
  });
}

function asNumber(value: string): string {
  return `number ${value}`;
}

/** A measure whose unit is written in a way that is not known here is still the same number. */
function amountValues(value: string, form: string): string[] {
  const { unit, isStrict } = readUnit(form);
  return isStrict ? [`${value} ${unit}`] : [`${value} ${unit}`, `bare ${value}`];
}

/** "1." before the words of a list's item. */
function isListMark(text: string, start: number, end: number): boolean {
  if (end - start > 3 || !/^[.)]\s+\S/.test(text.slice(end, end + 9))) return false;
  return /(?:^|[\r\n])[\s>*-]{0,20}$/.test(text.slice(Math.max(0, start - 21), start));
}
