import { amountOf, areComparable } from "./match-figures.ts";
import type { Figure } from "./read-figures.ts";

/** The least that is taken for a sum; sums of less are met by chance. */
const leastSum = 20;

/** Whether a figure is the sum of two of one measure that follow each other, or what they differ by. */
export function isSum(figure: Figure, there: readonly Figure[]): boolean {
  const value = valueOf(figure);
  if (value === null || value < leastSum) return false;
  // "the last 20 of 45 minutes" names the unit later
  const isBare = unitOf(figure) === null;
  const amountIn = isBare ? valueOf : amountOf;
  const amount = amountIn(figure) ?? 0;
  const others = isBare ? there : there.filter((other) => areComparable(figure, other));
  return others.some((one, at) => {
    const two = others[at + 1];
    if (!two || !areComparable(one, two)) return false;
    const [first, second] = [amountIn(one) ?? 0, amountIn(two) ?? 0];
    return isEqual(first + second, amount) || isEqual(Math.abs(first - second), amount);
  });
}

/** Whether a figure is twice as much as another of its measure. */
export function isTwice(figure: Figure, there: readonly Figure[]): boolean {
  const amount = amountOf(figure);
  if (amount === null) return false;
  return there.some(
    (other) => areComparable(figure, other) && isEqual(2 * (amountOf(other) ?? 0), amount),
  );
}

function isEqual(one: number, two: number): boolean {
  return Math.abs(one - two) <= 1e-9 * Math.abs(two);
}

/** Characters between the parts of one amount, "1 hour and 22 minutes". */
const farthestPart = 5;

/** Whether a figure is a part of an amount that the page gives in one: an hour of 82 minutes. */
export function isPart(figure: Figure, own: readonly Figure[], there: readonly Figure[]): boolean {
  return own.some((other) => {
    const gap = Math.max(figure.start - other.end, other.start - figure.end);
    if (other === figure || gap > farthestPart || !areComparable(figure, other)) return false;
    const amount = (amountOf(figure) ?? 0) + (amountOf(other) ?? 0);
    return there.some((one) => areComparable(figure, one) && amountOf(one) === amount);
  });
}

/** "Three of nine" where the page says "six of nine", three left where it says "two of five", "40 percent" where it says "60 percent". */
export function isRest(figure: Figure, own: readonly Figure[], there: readonly Figure[]): boolean {
  const value = valueOf(figure);
  if (value === null) return false;
  const values = there.flatMap((other) => valueOf(other) ?? []);
  if (isShare(figure))
    return isRestOfWhole(
      value,
      there.filter(isShare).flatMap((other) => valueOf(other) ?? []),
    );
  // a small one in digits may be met by chance
  if (figure.isSpelled && values.some((one) => values.includes(one + value))) return true;
  return own.some((other) => {
    const whole = valueOf(other) ?? 0;
    return whole > value && values.includes(whole) && values.includes(whole - value);
  });
}

function isRestOfWhole(percent: number, shares: readonly number[]): boolean {
  return shares.some(
    (one, at) =>
      one === 100 - percent ||
      shares.slice(at + 1).some((two) => isEqual(one + two, 100 - percent)),
  );
}

/** How far a share may be from what it is reckoned from, in percent. */
const leastRounded = 0.6;
/** The same as a share of it where it is in words. */
const spelledRounded = 0.07;

/** "A third" of what is three of nine, "25 percent more" of what went from 200 to 250. */
export function isRatio(figure: Figure, there: readonly Figure[]): boolean {
  const percent = valueOf(figure);
  if (percent === null || !isShare(figure)) return false;
  const far = figure.isSpelled ? spelledRounded * percent : leastRounded;
  const isNear = (share: number) => Math.abs(100 * share - percent) <= far;
  const amounts = there.flatMap((other) => (isShare(other) ? [] : (amountOf(other) ?? [])));
  return amounts.some((one) =>
    amounts.some(
      (two) => one !== two && two > 1 && (isNear(one / two) || isNear(Math.abs(one - two) / two)),
    ),
  );
}

function isShare(figure: Figure): boolean {
  return ["share", "percent"].includes(unitOf(figure) ?? "");
}

function unitOf({ readings: [reading] }: Figure): string | null {
  return reading?.sort === "quantity" ? reading.unit : null;
}

function valueOf({ readings: [reading] }: Figure): number | null {
  return reading?.sort === "quantity" ? reading.value : null;
}
