import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Silence } from "../../../lib/models/silence.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("one wait that is too long is noticed when it is, and not before", () => {
  const onTooLong = vi.fn();
  const silence = new Silence(20_000, onTooLong);
  silence.begin();
  vi.advanceTimersByTime(15_000);
  silence.end();
  silence.begin();
  vi.advanceTimersByTime(19_999);
  expect(onTooLong).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onTooLong).toHaveBeenCalledOnce();
});

test("time in which nothing is waited for does not count", () => {
  const onTooLong = vi.fn();
  const silence = new Silence(20_000, onTooLong);
  silence.begin();
  silence.end();
  vi.advanceTimersByTime(60_000);
  silence.begin();
  vi.advanceTimersByTime(19_999);
  expect(onTooLong).not.toHaveBeenCalled();
});

test("nothing is noticed after it was stopped", () => {
  const onTooLong = vi.fn();
  const silence = new Silence(20_000, onTooLong);
  silence.begin();
  silence.stop();
  vi.advanceTimersByTime(60_000);
  expect(onTooLong).not.toHaveBeenCalled();
});
