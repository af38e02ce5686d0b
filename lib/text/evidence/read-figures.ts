import { findFigures } from "../find-figures.ts";
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
}

/** The figures of a text, also those spelled out ("twenty-three per cent"). */
export function readFigures(text: string, language: string | null): Figure[] {
  const { digits, originOf } = spelledAsDigits(text, language);
  if (!/[\p{N}]/u.test(digits) && !/\p{Lu}/u.test(digits)) return [];
  return findFigures(digits, language).map(({ kind, start, end, values }) => {
    const from = originOf(start);
    const to = originOf(end);
    const readings = values.map(readValue);
    const isDate = kind === "date" || readings.some(isYear);
    return {
      kind: isDate ? "date" : kind === "amount" ? "amount" : "number",
      text: text.slice(from, to),
      start: from,
      end: to,
      readings,
    };
  });
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
  if (isNumber(digits)) return { sort: "quantity", value: Number(digits), unit };
  return { sort: "label", value };
}

function isNumber(digits: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(digits);
}
