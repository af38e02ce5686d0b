import type { ValuedSpan } from "../protected-span.ts";
import { calendarWordsOf } from "../calendar-words.ts";
import { findFigures } from "../find-figures.ts";
import { findFractions, findRatios, type Fraction } from "./fractions.ts";
import { findQuarters, type Quarter } from "./quarters.ts";
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

/**
 * The figures of a text, also those spelled out ("twenty-three per cent", "three quarters") and
 * the quarters of years.
 */
export function readFigures(text: string, language: string | null): Figure[] {
  const { digits, originOf } = spelledAsDigits(text, language);
  const inText = <T extends Span>(span: T): T => ({
    ...span,
    start: originOf(span.start),
    end: originOf(span.end),
  });
  const fractions = [
    ...findFractions(text, language),
    ...findRatios(digits, language).map(inText),
  ].map((fraction) => asShare(fraction, text));
  const quarters = findQuarters(text, language).map((quarter) => asDate(quarter, text));
  const hasFigures = /\p{N}/u.test(digits) || hasCalendarWord(text, language);
  const figures = (hasFigures ? findFigures(digits, language) : []).map((found) =>
    asFigure(inText(found), text),
  );
  const others = [...fractions, ...quarters];
  const isFree = ({ start, end }: Span) =>
    !others.some((other) => other.start < end && start < other.end);
  return [...figures.filter(isFree), ...others];
}

interface Span {
  start: number;
  end: number;
}

function asFigure({ kind, start, end, values }: ValuedSpan, text: string): Figure {
  const readings = values.map(readValue);
  const isDate = kind === "date" || (kind === "number" && readings.some(isYear));
  const written = text.slice(start, end);
  return {
    kind: isDate ? "date" : kind === "amount" ? "amount" : "number",
    text: written,
    start,
    end,
    readings,
    isDecade: /\d0s$/.test(written),
    isSpelled: !isDate && isWords(written),
  };
}

function asShare({ start, end, percent }: Fraction, text: string): Figure {
  const written = text.slice(start, end);
  return {
    kind: "number",
    text: written,
    start,
    end,
    readings: [{ sort: "quantity", value: percent, unit: "share" }],
    isDecade: false,
    isSpelled: isWords(written),
  };
}

function asDate({ start, end, number }: Quarter, text: string): Figure {
  return {
    kind: "date",
    text: text.slice(start, end),
    start,
    end,
    readings: [{ sort: "label", value: `quarter ${number}` }],
    isDecade: false,
    isSpelled: false,
  };
}

function isWords(written: string): boolean {
  return !/\p{N}/u.test(written);
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
