import type { Figure, Reading } from "./read-figures.ts";

/** Whether a figure of an answer says what a figure of the page says, perhaps less exactly. */
export function saysSame(figure: Figure, pageFigure: Figure, isHedged: boolean): boolean {
  return figure.readings.some((reading) =>
    pageFigure.readings.some((other) => isSame(reading, other, isHedged)),
  );
}

/** Whether two figures could stand for one another: both dates, or numbers of one unit. */
export function areComparable(figure: Figure, other: Figure): boolean {
  return figure.readings.some((one) => other.readings.some((two) => isOneSort(one, two)));
}

function isOneSort(one: Reading, two: Reading): boolean {
  switch (one.sort) {
    case "quantity":
      return two.sort === "quantity" && one.unit === two.unit;
    case "date":
      return (
        two.sort === "date" &&
        (one.year === "") === (two.year === "") &&
        (one.month === "") === (two.month === "")
      );
    case "label":
      return two.sort === "label" && one.value.split(" ")[0] === two.value.split(" ")[0];
  }
}

function isSame(one: Reading, two: Reading, isHedged: boolean): boolean {
  switch (one.sort) {
    case "quantity":
      return (
        two.sort === "quantity" &&
        (one.unit === two.unit || one.unit === null || two.unit === null) &&
        isRounded(one.value, two.value, isHedged)
      );
    case "date":
      if (two.sort === "date") return isPartOf(one, two);
      return two.sort === "quantity" && one.month === "" && Number(one.year) === two.value;
    case "label":
      return two.sort === "label" && one.value === two.value;
  }
}

type DateReading = Extract<Reading, { sort: "date" }>;

/** "May 2024" says less than "3 May 2024", and nothing else. */
function isPartOf(one: DateReading, two: DateReading): boolean {
  const agrees = (part: string, other: string) => part === "" || other === "" || part === other;
  const shares = ["year", "month", "day"] as const;
  return (
    shares.every((part) => agrees(one[part], two[part])) &&
    shares.some((part) => one[part] !== "" && one[part] === two[part])
  );
}

/** How far "about", "nearly" or "more than" may be from what is meant. */
const hedgedShare = 0.1;

/** Rounded by a writer: to fewer digits than the page's, and not far. */
function isRounded(value: number, exact: number, isHedged: boolean): boolean {
  if (value === exact) return true;
  const distance = Math.abs(value - exact) / Math.max(Math.abs(exact), Number.MIN_VALUE);
  if (digitsOf(value) >= digitsOf(exact)) return false;
  if (isHedged) return distance <= hedgedShare;
  return (
    distance <= 0.05 &&
    exact === roundTo(exact, digitsOf(exact)) &&
    roundTo(exact, digitsOf(value)) === value
  );
}

/** Digits that count: two in 1,200 and in 0.12. */
function digitsOf(value: number): number {
  const [digits = ""] = Math.abs(value).toExponential().split("e");
  return digits.replace(".", "").length;
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(Math.min(100, Math.max(1, digits))));
}
