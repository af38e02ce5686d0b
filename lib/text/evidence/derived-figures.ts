import { saysSame } from "./match-figures.ts";
import type { PageSentence } from "./page-index.ts";
import type { Figure } from "./read-figures.ts";
import { isPart, isRatio, isRest, isSum, isTwice } from "./reckoned-figures.ts";

/**
 * Whether a figure follows from the page's: 18 years from 1905 and 1923, ten for "a decade", 230 of
 * 640 less 410, "three of nine" where the page has "six of nine". `own` are the sentence's figures.
 */
export function isDerived(
  figure: Figure,
  own: readonly Figure[],
  sentences: readonly PageSentence[],
): boolean {
  const said = saidOtherwise(figure);
  if (said && sentences.some(({ text }) => said.test(text))) return true;
  return (
    isSum(
      figure,
      sentences.flatMap(({ figures }) => figures),
    ) ||
    sentences.some(
      ({ text, figures }) =>
        (double.test(text) && isTwice(figure, figures)) ||
        isRest(figure, own, figures) ||
        isPart(figure, own, figures) ||
        isRatio(figure, figures) ||
        isReckonedDate(figure, own, figures),
    )
  );
}

const aYear =
  /(?<!\p{L})(?:a year|one year|ein(?:em)? Jahr|une? an(?:née)?|un año|un anno|um ano|een jaar)(?!\p{L})/iu;
const decade = /(?<!\p{L})(?:decade|Jahrzehnt|décennie|década|decennio|decennium)(?!\p{L})/iu;
const century = /(?<!\p{L})(?:century|Jahrhundert|siècle|siglo|secolo|século|eeuw)(?!\p{L})/iu;
const week = /(?<!\p{L})(?:a|one|eine|une|una|uma|een) (?:week|Woche|semaine|semana|settimana)/iu;
const day =
  /(?<!\p{L})(?:a?round the clock|rund um die Uhr|(?:a|one|een) (?:day|dag)|ein(?:en)? Tag|un jour|un día|un giorno|um dia)/iu;
const hour = /(?<!\p{L})(?:an|one|eine|une|una|uma|een) (?:hour|Stunde|heure|hora|ora|uur)/iu;
const halfHour =
  /(?<!\p{L})(?:half (?:an )?hour|half-hour|halbe Stunde|demi-heure|media hora|mezz['’]ora|meia hora|half uur)/iu;
const halfCentury =
  /(?<!\p{L})(?:half a century|half-century|halbes Jahrhundert|demi-siècle|medio siglo|mezzo secolo|meio século|halve eeuw)/iu;
const double =
  /(?<!\p{L})(?:doubl|twice|verdoppel|doppelt|doubl|duplic|doppi|raddoppi|dobr|verdubbel)/iu;
const triple = /(?<!\p{L})(?:tripl|treble|three times|verdreifach)/iu;
const halfMore = /(?<!\p{L})one and a half times|anderthalb|une fois et demie|vez y media/iu;

/** How a figure is written where it is one of its unit, or a share of more than a whole. */
const wordings: Readonly<Record<string, RegExp>> = {
  "30 minute": halfHour,
  "60 minute": hour,
  "24 hour": day,
  "7 day": week,
  "12 month": aYear,
  "52 week": aYear,
  "10 year": decade,
  "50 year": halfCentury,
  "100 year": century,
  "150 percent": halfMore,
  "200 percent": double,
  "300 percent": triple,
};

function saidOtherwise({ readings: [reading] }: Figure): RegExp | undefined {
  return reading?.sort === "quantity"
    ? wordings[`${reading.value} ${reading.unit ?? ""}`]
    : undefined;
}

/** Whether a date and a stretch of time of one sentence make another, or two dates a stretch. */
function isReckonedDate(figure: Figure, own: readonly Figure[], all: readonly Figure[]): boolean {
  // what the sentence says itself is said of something else
  const figures = all.filter((other) => !own.some((one) => saysSame(one, other, null)));
  const span = spanIn(figure, "year");
  const year = yearOf(figure);
  const month = monthOf(figure);
  const dates = figures.flatMap((other) => yearOf(other) ?? []);
  const spans = figures.flatMap((other) => spanIn(other, "year") ?? []);
  const months = figures.flatMap((other) => monthOf(other) ?? []);
  const monthSpans = figures.flatMap((other) => spanIn(other, "month") ?? []);
  return (
    (span !== null && dates.some((from) => dates.includes(from + span))) ||
    (year !== null && dates.some((from) => spans.includes(Math.abs(year - from)))) ||
    (month !== null && months.some((from) => monthSpans.includes((month - from + 12) % 12)))
  );
}

function yearOf({ readings: [reading] }: Figure): number | null {
  return reading?.sort === "date" && reading.year !== "" ? Number(reading.year) : null;
}

function monthOf({ readings: [reading] }: Figure): number | null {
  const isMonth = reading?.sort === "date" && reading.month !== "" && reading.day === "";
  return isMonth ? Number(reading.month) : null;
}

function spanIn({ readings: [reading] }: Figure, unit: "year" | "month"): number | null {
  const isSpan = reading?.sort === "quantity" && reading.unit === unit && reading.value >= 2;
  return isSpan ? reading.value : null;
}
