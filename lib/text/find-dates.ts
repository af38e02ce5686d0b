import { baseLanguage } from "./abbreviations.ts";
import { calendarWordsOf, type CalendarWords } from "./calendar-words.ts";
import { takeSpans, type ValuedSpan } from "./protected-span.ts";

/** One way to write a date or a time, and what it then means. */
interface DatePattern {
  pattern: RegExp;
  read: (parts: Readonly<Record<string, string | undefined>>) => string[];
}

const cache = new Map<string, readonly DatePattern[]>();

/** Dates, times and days of the week in a text whose digits are plain, in no particular order. */
export function findDates(text: string, language: string | null): ValuedSpan[] {
  const spans: ValuedSpan[] = [];
  let rest = text;
  for (const { pattern, read } of patternsOf(language)) {
    const found = Array.from(rest.matchAll(pattern), (match): ValuedSpan => {
      const [written] = match;
      const start = match.index;
      const values = read(match.groups ?? {});
      return { kind: "date", text: written, start, end: start + written.length, values };
    });
    spans.push(...found);
    rest = takeSpans(rest, found);
  }
  return spans;
}

function patternsOf(language: string | null): readonly DatePattern[] {
  const key = language ?? "";
  const known = cache.get(key);
  if (known) return known;
  const words = calendarWordsOf(language);
  const base = baseLanguage(language) ?? "en";
  const patterns = [
    isoDate,
    ...eastAsian,
    ...wordedDates(words, base),
    numericDate(language),
    ...times(base),
    ...lonelyNames(words),
  ];
  cache.set(key, patterns);
  return patterns;
}

function dateValue(year = "", month: number | string = "", day = ""): string {
  const full = year.length === 2 ? `${Number(year) < 50 ? 20 : 19}${year}` : year;
  return `date ${full}-${Number(month) || ""}-${Number(day) || ""}`;
}

const isoDate: DatePattern = {
  pattern: /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/g,
  read: ({ year, month, day }) => [dateValue(year, month, day)],
};

const eastAsian: readonly DatePattern[] = [
  {
    pattern:
      /(?<!\d)(?:(?<year>\d{4})\s?年\s?)?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?[日号號])?/g,
    read: ({ year, month, day }) => [dateValue(year, month, day)],
  },
  {
    pattern:
      /(?<!\d)(?:(?<year>\d{4})\s?년\s?)?(?<month>\d{1,2})\s?월(?:\s?(?<day>\d{1,2})\s?일)?/g,
    read: ({ year, month, day }) => [dateValue(year, month, day)],
  },
];

const beforeWord = "(?<![\\p{L}\\p{N}])";
const afterWord = "(?![\\p{L}\\p{N}])";

function oneOf(names: Iterable<string>): string {
  return [...names].toSorted((a, b) => b.length - a.length).join("|");
}

/** "3 May 2024", "May 3, 2024", "May 2024" and their like. */
function wordedDates({ months }: CalendarWords, base: string): DatePattern[] {
  const usesLowerCase = base !== "en" && base !== "de";
  const names = [...months.keys()].filter((name) => usesLowerCase || /^\p{Lu}/u.test(name));
  if (names.length === 0) return [];
  const month = `(?<month>${oneOf(names)})${afterWord}(?:\\.(?=\\s{1,2}[\\p{Ll}\\d]))?`;
  const day = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?";
  const of = "(?:of\\s|de[lr]?\\s|d['’])?";
  const year = `(?:,?\\s{1,2}${of}(?<year>\\d{4})(?!\\d))`;
  const the = "(?:the\\s)?";
  const orders = [`${beforeWord}${day}\\.?\\s{1,2}${of}${month}${year}?`];
  if (base === "en") orders.push(`${beforeWord}${month}\\s{1,2}${the}${day}(?!\\d)${year}?`);
  orders.push(`${beforeWord}${month}${year}`);
  return orders.map((order) => ({
    pattern: new RegExp(order, "gu"),
    read: ({ year, month = "", day }) => [dateValue(year, months.get(month), day)],
  }));
}

/** "3.5.2024": day first, except where a language's region or habit may put the month first. */
function numericDate(language: string | null): DatePattern {
  const isAmerican = /^en[-_](?:US|CA|PH)\b/i.test(language ?? "");
  const mayBoth = language === null || /^en$/i.test(language);
  return {
    pattern:
      /(?<![\d./-])(?<a>\d{1,2})(?<mark>[./-])(?<b>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d/-]|\.\d)/g,
    read: ({ a = "", mark, b = "", year }) => {
      const dayFirst = dateValue(year, b, a);
      const monthFirst = dateValue(year, a, b);
      if (mark !== "/") return [dayFirst];
      if (mayBoth) return [dayFirst, monthFirst];
      return [isAmerican ? monthFirst : dayFirst];
    },
  };
}

function times(base: string): DatePattern[] {
  const half = "(?<half>[ap])(?:m\\b|\\.m\\.)";
  const patterns = [
    `(?<![\\d:.,])(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?![\\d:])(?:\\s?${half}|\\s?Uhr\\b)?`,
    `(?<![\\d:.,])(?<hour>1[0-2]|0?[1-9])(?:\\.(?<minute>[0-5]\\d))?\\s?${half}`,
    "(?<![\\d:.,])(?<hour>[01]?\\d|2[0-4])(?:\\.(?<minute>[0-5]\\d))?\\s?Uhr\\b(?:\\s(?<minute2>[0-5]\\d)\\b)?",
  ];
  if (/^(?:fr|pt|es|it)$/.test(base)) {
    patterns.push(
      "(?<![\\d:.,])(?<hour>[01]?\\d|2[0-4])\\s?h\\s?(?<minute>[0-5]\\d)?(?![\\p{L}\\d])",
    );
  }
  return patterns.map((pattern) => ({ pattern: new RegExp(pattern, "giu"), read: readTime }));
}

function readTime({ hour, minute, minute2, second, half }: Record<string, string | undefined>) {
  const isAfternoon = half?.toLowerCase() === "p";
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  const minutes = Number(minute ?? minute2 ?? 0);
  return [`time ${hours}:${minutes}${second ? `:${Number(second)}` : ""}`];
}

/** "on Tuesday", "in October". */
function lonelyNames({ weekdays, lonelyMonths }: CalendarWords): DatePattern[] {
  const kinds: [ReadonlyMap<string, number>, string][] = [
    [weekdays, "weekday"],
    [lonelyMonths, "month"],
  ];
  return kinds
    .filter(([names]) => names.size > 0)
    .map(([names, kind]) => ({
      pattern: new RegExp(`${beforeWord}(?<name>${oneOf(names.keys())})s?${afterWord}`, "gu"),
      read: ({ name = "" }) => [
        kind === "month" ? dateValue("", names.get(name)) : `${kind} ${names.get(name)}`,
      ],
    }));
}
