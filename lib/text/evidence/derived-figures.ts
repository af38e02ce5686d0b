import type { PageSentence } from "./page-index.ts";
import type { Figure } from "./read-figures.ts";

/** Whether a figure follows from the page's: "18 years" from 1905 and 1923, or from "a decade" ten. */
export function isDerived(figure: Figure, sentences: readonly PageSentence[]): boolean {
  const single = singleFor(figure);
  if (single && sentences.some(({ text }) => single.test(text))) return true;
  const span = yearsIn(figure);
  const own = yearOf(figure);
  return sentences.some(({ figures }) => {
    const dates = figures.flatMap((other) => yearOf(other) ?? []);
    const spans = figures.flatMap((other) => yearsIn(other) ?? []);
    return (
      (span !== null && dates.some((from) => dates.includes(from + span))) ||
      (own !== null && dates.some((from) => spans.includes(Math.abs(own - from))))
    );
  });
}

const year =
  /(?<!\p{L})(?:a year|one year|ein(?:em)? Jahr|une? an(?:née)?|un año|un anno|um ano|een jaar)(?!\p{L})/iu;
const decade = /(?<!\p{L})(?:decade|Jahrzehnt|décennie|década|decennio|decennium)(?!\p{L})/iu;
const century = /(?<!\p{L})(?:century|Jahrhundert|siècle|siglo|secolo|século|eeuw)(?!\p{L})/iu;

/** How a stretch of time is written where it is one of its unit. */
function singleFor({ readings: [reading] }: Figure): RegExp | null {
  if (reading?.sort !== "quantity") return null;
  const { unit, value } = reading;
  if ((unit === "month" && value === 12) || (unit === "week" && value === 52)) return year;
  if (unit !== "year") return null;
  return value === 10 ? decade : value === 100 ? century : null;
}

function yearOf({ readings: [reading] }: Figure): number | null {
  return reading?.sort === "date" && reading.year !== "" ? Number(reading.year) : null;
}

function yearsIn({ readings: [reading] }: Figure): number | null {
  const isSpan = reading?.sort === "quantity" && reading.unit === "year" && reading.value >= 2;
  return isSpan ? reading.value : null;
}
