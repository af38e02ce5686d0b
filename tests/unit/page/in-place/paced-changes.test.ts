// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PacedChanges } from "../../../../lib/page/in-place/paced-changes.ts";
import { sliceMs } from "../../../../lib/page/let-page-breathe.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Makes as many changes, each of which takes a time; gives how many were made each time, and when. */
async function make(count: number, changeMs: number) {
  const times: { atMs: number; count: number }[] = [];
  const changes = new PacedChanges((make) => {
    times.push({ atMs: performance.now(), count: 0 });
    make();
  });
  for (let at = 0; at < count; at++)
    changes.add(() => {
      vi.advanceTimersByTime(changeMs);
      const time = times.at(-1);
      if (time) time.count++;
    });
  const making = changes.makeAll();
  const atOnce = times[0]?.count;
  await vi.runAllTimersAsync();
  await making;
  return { times, atOnce };
}

test("makes a few changes at once", async () => {
  const { times, atOnce } = await make(40, 0.1);
  expect(atOnce).toBe(40);
  expect(times).toHaveLength(1);
});

test("makes slow changes no longer than a slice", async () => {
  const { times } = await make(40, 3);
  expect(times.every(({ count }) => count * 3 < sliceMs + 3)).toBe(true);
  expect(times.reduce((sum, { count }) => sum + count, 0)).toBe(40);
});

test("makes quick changes no more at once than the page can lay out", async () => {
  const { times } = await make(1000, 0);
  expect(times.map(({ count }) => count)).toEqual([250, 250, 250, 250]);
});

test("leaves the page to itself longer than changes took", async () => {
  const { times } = await make(40, 3);
  const waitsMs = times.slice(1).map(({ atMs }, at) => atMs - (times[at]?.atMs ?? 0));
  expect(waitsMs.every((ms, at) => ms >= (times[at]?.count ?? 0) * 3 * 2)).toBe(true);
});
