import type { PageSentence } from "./page-index.ts";
import type { Figure } from "./read-figures.ts";

/** Whether a figure follows from two of the page: "18 years" from 1905 and 1923, or 1923 from both. */
export function isDerived(figure: Figure, sentences: readonly PageSentence[]): boolean {
  const span = yearsIn(figure);
  const year = yearOf(figure);
  return sentences.some(({ figures }) => {
    const years = figures.flatMap((other) => yearOf(other) ?? []);
    const spans = figures.flatMap((other) => yearsIn(other) ?? []);
    return (
      (span !== null && years.some((from) => years.includes(from + span))) ||
      (year !== null && years.some((from) => spans.includes(Math.abs(year - from))))
    );
  });
}

function yearOf({ readings: [reading] }: Figure): number | null {
  return reading?.sort === "date" && reading.year !== "" ? Number(reading.year) : null;
}

function yearsIn({ readings: [reading] }: Figure): number | null {
  if (reading?.sort !== "quantity" || reading.value < 2) return null;
  if (reading.unit === "year") return reading.value;
  return reading.unit === "decade" ? reading.value * 10 : null;
}
