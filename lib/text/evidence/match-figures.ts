import type { Figure, Reading } from "./read-figures.ts";

/** How what is meant may lie to a figure: "more than 30", "almost 30", "about 30". */
export type Hedge = "above" | "below" | "about";

/** Whether a figure of an answer says what a figure of the page says, perhaps less exactly. */
export function saysSame(figure: Figure, pageFigure: Figure, hedge: Hedge | null): boolean {
  if (isOfDecade(figure, pageFigure)) return true;
  if (isShare(figure) !== isShare(pageFigure) && isMeasured(figure) && isMeasured(pageFigure))
    return false;
  return figure.readings.some((reading) =>
    pageFigure.readings.some((other) => isSame(reading, other, hedge)),
  );
}

function isShare({ readings: [reading] }: Figure): boolean {
  return reading?.sort === "quantity" && measureOf(reading.unit).of === "share";
}

function isMeasured({ readings: [reading] }: Figure): boolean {
  return reading?.sort === "quantity" && reading.unit !== null;
}

/** "The 1970s" of what was in 1978. */
function isOfDecade(figure: Figure, pageFigure: Figure): boolean {
  const decade = figure.isDecade ? yearIn(figure) : null;
  return decade !== null && decade.slice(0, 3) === yearIn(pageFigure)?.slice(0, 3);
}

function yearIn({ readings }: Figure): string | null {
  const date = readings.find((reading) => reading.sort === "date");
  return date ? date.year : null;
}

/** Whether one figure may have taken the place of another: both dates, or numbers of one unit. */
export function areComparable(figure: Figure, other: Figure): boolean {
  const [one] = figure.readings;
  const [two] = other.readings;
  return one !== undefined && two !== undefined && isOneSort(one, two);
}

function isOneSort(one: Reading, two: Reading): boolean {
  switch (one.sort) {
    case "quantity":
      return two.sort === "quantity" && measureOf(one.unit).of === measureOf(two.unit).of;
    case "date":
      return two.sort === "date" && hasParts(one) === hasParts(two);
    case "label":
      return two.sort === "label" && one.value.split(" ")[0] === two.value.split(" ")[0];
  }
}

type DateReading = Extract<Reading, { sort: "date" }>;
type Quantity = Extract<Reading, { sort: "quantity" }>;

function hasParts({ year, month, day }: DateReading): string {
  return [
    month !== "" || day !== "" ? "day" : "",
    month === "" && year !== "" ? "year" : "",
  ].join();
}

function isSame(one: Reading, two: Reading, hedge: Hedge | null): boolean {
  switch (one.sort) {
    case "quantity":
      return two.sort === "quantity" && isSameQuantity(one, two, hedge);
    case "date":
      if (two.sort === "date") return isPartOf(one, two);
      return two.sort === "quantity" && one.month === "" && Number(one.year) === two.value;
    case "label":
      return two.sort === "label" && (one.value === two.value || isNearTime(one, two, hedge));
  }
}

type Label = Extract<Reading, { sort: "label" }>;

/** Minutes that "shortly after 7" may be from what is meant. */
const shortlyMinutes = 15;

function isNearTime(one: Label, two: Label, hedge: Hedge | null): boolean {
  const [minutes, exact] = [minutesIn(one), minutesIn(two)];
  if (hedge === null || minutes === null || exact === null) return false;
  const after = exact - minutes;
  const isOnSide = hedge === "about" || (hedge === "above" ? after >= 0 : after <= 0);
  return isOnSide && Math.abs(after) <= shortlyMinutes;
}

function minutesIn({ value }: Label): number | null {
  const [, hours, minutes] = /^time (\d+):(\d+)$/.exec(value) ?? [];
  return hours && minutes ? 60 * Number(hours) + Number(minutes) : null;
}

/** "May 2024" says less than "3 May 2024", and nothing else; a day must be on the page. */
function isPartOf(one: DateReading, two: DateReading): boolean {
  const parts = ["year", "month", "day"] as const;
  return (
    (one.day === "" || two.day !== "") &&
    parts.every((part) => one[part] === "" || two[part] === "" || one[part] === two[part]) &&
    parts.some((part) => one[part] !== "" && one[part] === two[part])
  );
}

/** Units of one measure, by how many of its smallest they are. */
const measures: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  [
    "time",
    {
      second: 1,
      minute: 60,
      hour: 3_600,
      day: 86_400,
      week: 604_800,
      month: 2_629_746,
      year: 31_556_952,
    },
  ],
  ["mass", { mg: 0.001, g: 1, kg: 1_000, t: 1_000_000 }],
  ["length", { mm: 1, cm: 10, m: 1_000, km: 1_000_000 }],
  ["volume", { ml: 1, l: 1_000 }],
  ["share", { percent: 1, share: 1 }],
];

const measureByUnit = new Map(
  measures.flatMap(([of, units]) =>
    Object.entries(units).map(([unit, factor]): [string, { of: string; factor: number }] => [
      unit,
      { of, factor },
    ]),
  ),
);

function measureOf(unit: string | null): { of: string | null; factor: number } {
  return measureByUnit.get(unit ?? "") ?? { of: unit, factor: 1 };
}

/** How much a figure is in the smallest unit of its measure; null where it is no quantity. */
export function amountOf({ readings: [reading] }: Figure): number | null {
  return reading?.sort === "quantity" ? reading.value * measureOf(reading.unit).factor : null;
}

/** How far "about", a share in words or another unit may be from what is meant. */
const hedgedShare = 0.1;
/** How far "more than" and "almost" may be from it, on their side; more for "more than half". */
const boundShare = 0.2;
const boundShareOfShare = 0.5;

function isSameQuantity(one: Quantity, two: Quantity, hedge: Hedge | null): boolean {
  if (one.unit === two.unit || one.unit === null || two.unit === null)
    return isRounded(one.value, two.value, hedge ?? (one.unit === "share" ? "about" : null));
  const [measure, other] = [measureOf(one.unit), measureOf(two.unit)];
  if (measure.of !== other.of) return false;
  const [value, exact] = [one.value * measure.factor, two.value * other.factor];
  const isShare = measure.of === "share";
  return isNear(value, exact, hedgedShare) || isBound({ value, exact, hedge, isShare });
}

/** Rounded by a writer: to fewer digits than the page's, and not far. */
function isRounded(value: number, exact: number, hedge: Hedge | null): boolean {
  if (value === exact || (hedge !== null && isNear(value, exact, hedgedShare))) return true;
  if (isBound({ value, exact, hedge, isShare: false })) return true;
  if (!isNear(value, exact, 0.05)) return false;
  const digits = digitsOf(value);
  return digits < digitsOf(exact) && roundTo(exact, digits) === value;
}

/** "More than 30" of what is 34. */
function isBound(claim: { value: number; exact: number; hedge: Hedge | null; isShare: boolean }) {
  const { value, exact, hedge, isShare } = claim;
  if (hedge === null || hedge === "about") return false;
  const isOnSide = hedge === "above" ? value <= exact : value >= exact;
  return isOnSide && isNear(value, exact, isShare ? boundShareOfShare : boundShare);
}

function isNear(value: number, exact: number, share: number): boolean {
  return Math.abs(value - exact) <= share * Math.abs(exact);
}

/** Digits that count: two in 1,200 and in 0.12. */
function digitsOf(value: number): number {
  const [digits = ""] = Math.abs(value).toExponential().split("e");
  return digits.replace(".", "").length;
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(Math.min(100, Math.max(1, digits))));
}
