import { baseLanguage } from "./abbreviations.ts";

/** A language's names of months (from 1) and of days of the week (from 1, Monday). */
export interface CalendarWords {
  /** Long, short and inflected, without a full stop. */
  months: ReadonlyMap<string, number>;
  /** Names that mean nothing else where they stand alone; none where the language inflects them. */
  lonelyMonths: ReadonlyMap<string, number>;
  weekdays: ReadonlyMap<string, number>;
}

const cache = new Map<string, CalendarWords>();

/** The names as the browser knows them; those of English when the language is not known. */
export function calendarWordsOf(language: string | null): CalendarWords {
  const base = baseLanguage(language) ?? "en";
  const known = cache.get(base);
  if (known) return known;
  const words = readCalendar(base);
  cache.set(base, words);
  return words;
}

/** Months that are verbs or a planet, too. */
const ambiguous = new Set(["May", "March", "mars", "Mars"]);

/** Languages in which a month or a day is written the same wherever it stands. */
const uninflected = new Set(["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb"]);

function readCalendar(base: string): CalendarWords {
  const language = isKnown(base) ? base : "en";
  const long = namesOf(language, monthDays, [{ month: "long" }]);
  return {
    months: namesOf(language, monthDays, [
      { month: "long" },
      { month: "short" },
      { month: "long", day: "numeric" },
      { month: "short", day: "numeric" },
    ]),
    lonelyMonths: new Map(
      uninflected.has(language) ? [...long].filter(([name]) => !ambiguous.has(name)) : [],
    ),
    weekdays: uninflected.has(language)
      ? namesOf(language, weekDays, [{ weekday: "long" }])
      : new Map(),
  };
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false; // no language tag at all
  }
}

const monthDays = Array.from({ length: 12 }, (_, at) => Date.UTC(2024, at, 15));
/** 1 January 2024 was a Monday. */
const weekDays = Array.from({ length: 7 }, (_, at) => Date.UTC(2024, 0, 1 + at));

function namesOf(
  language: string,
  days: readonly number[],
  styles: readonly Intl.DateTimeFormatOptions[],
): Map<string, number> {
  const names = new Map<string, number>();
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
    days.forEach((day, at) => {
      const part = format.formatToParts(day).find(({ type }) => type in style && type !== "day");
      const name = part?.value.replace(/\.$/, "") ?? "";
      if (/^[\p{L}\p{M}]{2,}$/u.test(name)) names.set(name, at + 1).set(capitalized(name), at + 1);
    });
  }
  return names;
}

function capitalized(name: string): string {
  return name.replace(/^./u, (letter) => letter.toUpperCase());
}
