import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bestSpeed, type MeasuredDevice } from "../../../lib/models/best-speeds.ts";
import { fakeOpfs } from "./fake-opfs.ts";

const processor: MeasuredDevice = { device: "wasm", dtype: "q8", threads: 2 };
const speed = (read: number, write: number) => ({
  readWeightsPerSecond: read,
  writeWeightsPerSecond: write,
});

beforeEach(() => {
  fakeOpfs();
  vi.useFakeTimers({ now: 0, toFake: ["Date"] });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("the first measurement is the best, and one that failed is none", async () => {
  expect(await bestSpeed(processor, null)).toBe(null);
  expect(await bestSpeed(processor, speed(4e9, 1e9))).toEqual(speed(4e9, 1e9));
});

test("a disturbed measurement does not make the machine slower, reading and writing apart", async () => {
  await bestSpeed(processor, speed(4e9, 1e9));
  expect(await bestSpeed(processor, speed(2e9, 2e9))).toEqual(speed(4e9, 2e9));
  expect(await bestSpeed(processor, speed(1e8, 1e8))).toEqual(speed(4e9, 2e9));
  expect(await bestSpeed(processor, null)).toEqual(speed(4e9, 2e9));
});

test("what was measured with other threads or weights is another device", async () => {
  await bestSpeed(processor, speed(4e9, 1e9));
  expect(await bestSpeed({ ...processor, threads: 1 }, speed(1e9, 1e9))).toEqual(speed(1e9, 1e9));
  expect(await bestSpeed({ device: "webgpu", dtype: "q4", threads: 1 }, null)).toBe(null);
  expect(await bestSpeed(processor, null)).toEqual(speed(4e9, 1e9));
});

test("a machine that has become slower is told as it is after a month", async () => {
  await bestSpeed(processor, speed(4e9, 1e9));
  vi.setSystemTime(29 * 24 * 3600e3);
  expect(await bestSpeed(processor, speed(1e9, 1e9))).toEqual(speed(4e9, 1e9));
  vi.setSystemTime(31 * 24 * 3600e3);
  expect(await bestSpeed(processor, speed(1e9, 1e9))).toEqual(speed(1e9, 1e9));
});

test("a file that is none of ours is taken for none", async () => {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle("best-speeds.json", { create: true });
  const writable = await handle.createWritable();
  await writable.write('{"wasm q8 2":{"best":"fast"}}');
  await writable.close();
  expect(await bestSpeed(processor, speed(4e9, 1e9))).toEqual(speed(4e9, 1e9));
});
