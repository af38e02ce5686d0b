import { expect, test } from "vitest";
import type { PageUnit } from "../../../../lib/page/in-place/page-unit.ts";
import { UnitQueue } from "../../../../lib/page/in-place/unit-queue.ts";

/** A queue of units at these places; `take` gives the places in the order in which they are taken. */
function queueOf(tops: readonly (number | null)[]) {
  const queue = new UnitQueue();
  const topOf = new Map<PageUnit, number | null>();
  for (const top of tops) {
    const unit = { texts: [] } as unknown as PageUnit;
    topOf.set(unit, top);
    queue.add(unit, top);
  }
  const take = (top: number, most = Infinity) => {
    const taken = [];
    if (most === 0) return [];
    for (const unit of queue.take({ top, height: 800 })) {
      taken.push(topOf.get(unit));
      if (taken.length === most) break;
    }
    return taken;
  };
  return { take };
}

test("what is in view goes first, then what is below, then above, and last what cannot be seen", () => {
  const { take } = queueOf([0, null, 2_950, 3_200, 3_700, 5_000, 9_000, 20_000]);
  expect(take(3_000)).toEqual([3_200, 3_700, 2_950, 5_000, 0, 9_000, 20_000, null]);
});

test("follows a reader who scrolls while some are taken, and takes none twice", () => {
  const tops = Array.from({ length: 400 }, (_, at) => at * 100);
  const { take } = queueOf(tops);
  const first = take(0, 5);
  const then = take(20_000, 5);
  expect(first).toEqual([0, 100, 200, 300, 400]);
  expect(then).toEqual([20_000, 20_100, 20_200, 20_300, 20_400]);
  const rest = take(0);
  expect([...first, ...then, ...rest].toSorted((a, b) => Number(a) - Number(b))).toEqual(tops);
});
