import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import { Interruption } from "../../../lib/models/interruption.ts";
import { Patience } from "../../../lib/models/patience.ts";

const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function interruption(why: Interruption["why"], retryAfterMs: number | null = null): Interruption {
  return new Interruption(why, new AppError("download-busy", "why"), { retryAfterMs });
}

/** Tries something that always fails; gives when it was tried, in milliseconds. */
async function triesOf(fail: (patience: Patience, time: number) => Error): Promise<number[]> {
  const tries: number[] = [];
  const patience: Patience = new Patience(() => {}, never);
  const outcome = patience.until(async () => {
    tries.push(Date.now());
    throw fail(patience, tries.length);
  });
  const settled = expect(outcome).rejects.toMatchObject({ code: "download-busy" });
  await vi.runAllTimersAsync();
  await settled;
  return tries;
}

test("waits longer and longer, and then gives up", async () => {
  const tries = await triesOf(() => interruption("broken-off"));
  expect(tries).toEqual([0, 1000, 3000, 7000, 15_000, 31_000]);
});

test("waits as long as the hub asks for", async () => {
  const tries = await triesOf((_patience, time) =>
    interruption("busy", time === 2 ? 60_000 : null),
  );
  expect(tries).toEqual([0, 1000, 61_000, 65_000, 73_000, 89_000]);
});

test("goes on at once while something comes each time", async () => {
  const tries = await triesOf((patience, time) => {
    if (time <= 20) patience.onBytes();
    return interruption("broken-off");
  });
  expect(tries.filter((atMs) => atMs === 0)).toHaveLength(21);
  expect(tries.at(-1)).toBe(31_000);
});

test("tells what it waits for, and until when", async () => {
  const told: unknown[] = [];
  const patience = new Patience((state) => told.push(state), never);
  let time = 0;
  const done = patience.until(async () => {
    if (time++ === 0) throw interruption("busy", 5000);
    return "done";
  });
  await vi.runAllTimersAsync();
  expect(await done).toBe("done");
  expect(told).toEqual([{ kind: "waiting", why: "busy", untilMs: 5000 }]);
});

test("without a network it waits for one, however long that takes", async () => {
  const scope = new EventTarget();
  vi.stubGlobal("addEventListener", scope.addEventListener.bind(scope));
  vi.stubGlobal("navigator", { onLine: false });
  const told: unknown[] = [];
  const patience = new Patience((state) => told.push(state), never);
  const done = patience.until(async () => {
    if (!navigator.onLine) throw interruption("offline");
    return "done";
  });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(told).toEqual([{ kind: "waiting", why: "offline", untilMs: null }]);
  vi.stubGlobal("navigator", { onLine: true });
  scope.dispatchEvent(new Event("online"));
  expect(await done).toBe("done");
});

test.each(["busy", "offline"] as const)("a pause ends the wait when it is %s", async (why) => {
  vi.stubGlobal("navigator", { onLine: false });
  vi.stubGlobal("addEventListener", () => {});
  const abort = new AbortController();
  const patience = new Patience(() => abort.abort(), abort.signal);
  const waiting = patience.until(() => Promise.reject(interruption(why)));
  await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
});

test("what is no interruption is thrown at once", async () => {
  const thrown = new AppError("download-gone", "gone");
  const patience = new Patience(() => {}, never);
  await expect(patience.until(() => Promise.reject(thrown))).rejects.toBe(thrown);
});
