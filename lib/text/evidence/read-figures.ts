import { calendarWordsOf } from "../calendar-words.ts";
import { findFigures } from "../find-figures.ts";
import { findFractions, findRatios } from "./fractions.ts";
import { spelledAsDigits } from "./spelled-numbers.ts";

/** One way to read a figure. */
export type Reading =
  | { sort: "quantity"; value: number; unit: string | null }
  | { sort: "date"; year: string; month: string; day: string }
  /** Times, days of the week, versions and the like, which are the same or not. */
  | { sort: "label"; value: string };

/** A number, an amount or a date, and where it stands. */
export interface Figure {
  kind: "number" | "amount" | "date";
  text: string;
  start: number;
  end: number;
  readings: readonly Reading[];
  /** Whether it is written in words: often a count of what the page only lists. */
  isSpelled: boolean;
  /** Whether it is a year that stands for ten, as in "the 1970s". */
  isDecade: boolean;
}

/** The figures of a text, also those spelled out ("twenty-three per cent", "three quarters"). */
export function readFigures(text: string, language: string | null): Figure[] {
  const { digits, originOf } = spelledAsDigits(text, language);
  const ratios = findRatios(digits, language).map(({ start, end, percent }) => ({
    start: originOf(start),
    end: originOf(end),
    percent,
  }));
  const fractions = [...findFractions(text, language), ...ratios];
  const hasFigures = /\p{N}/u.test(digits) || hasCalendarWord(text, language);
  const figures = (hasFigures ? findFigures(digits, language) : []).map(
    ({ kind, start, end, values }): Figure => {
      const span = { start: originOf(start), end: originOf(end) };
      const readings = values.map(readValue);
      const isDate = kind === "date" || readings.some(isYear);
      return {
        kind: isDate ? "date" : kind === "amount" ? "amount" : "number",
        text: text.slice(span.start, span.end),
        ...span,
        readings,
        isDecade: /\d0s$/.test(text.slice(span.start, span.end)),
        isSpelled: !isDate && !/\p{N}/u.test(text.slice(span.start, span.end)),
      };
    },
  );
  const isFree = ({ start, end }: { start: number; end: number }) =>
    !fractions.some((fraction) => fraction.start < end && start < fraction.end);
  return [
    ...figures.filter(isFree),
    ...fractions.map(({ start, end, percent }): Figure => ({
      kind: "number",
      text: text.slice(start, end),
      start,
      end,
      readings: [{ sort: "quantity", value: percent, unit: "share" }],
      isDecade: false,
      isSpelled: !/\p{N}/u.test(text.slice(start, end)),
    })),
  ];
}

/** Without digits, only days of the week and months are figures; most sentences have neither. */
function hasCalendarWord(text: string, language: string | null): boolean {
  const { lonelyMonths, weekdays } = calendarWordsOf(language);
  const isListed = (word: string) => lonelyMonths.has(word) || weekdays.has(word);
  return (text.match(/\p{L}+/gu) ?? []).some(
    (word) => isListed(word) || isListed(word.replace(/s$/, "")),
  );
}

function isYear(reading: Reading): boolean {
  return reading.sort === "date" && reading.month === "" && reading.day === "";
}

/** Reads a value as `findFigures` writes it. */
function readValue(value: string): Reading {
  const [, year = "", month = "", day = ""] = /^date (\d*)-(\d*)-(\d*)$/.exec(value) ?? [];
  if (year || month || day) return { sort: "date", year, month, day };
  const [, bare] = /^(?:number|bare) (\S+)$/.exec(value) ?? [];
  if (bare && /^(?:1[5-9]|20)\d\d$/.test(bare))
    return { sort: "date", year: bare, month: "", day: "" };
  if (bare && isNumber(bare)) return { sort: "quantity", value: Number(bare), unit: null };
  const [, digits = "", unit = ""] = /^(\S+) (.+)$/.exec(value) ?? [];
  if (isNumber(digits) && unit) return { sort: "quantity", value: Number(digits), unit };
  return { sort: "label", value };
}

function isNumber(digits: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(digits);
}
