// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sliceMs } from "../../../../lib/page/let-page-breathe.ts";
import { loud, translatePage } from "./translate-page.ts";

/** What one look at an element's style takes on a page that is slow to tell. */
const styleMs = 1;

let nowMs = 0;
let slices: number[] = [];
let begunAt = 0;

/** A channel that tells where a slice ends, and where the next one begins. */
class CountedChannel extends MessageChannel {
  constructor() {
    super();
    slices.push(nowMs - begunAt);
    this.port1.addEventListener("message", () => (begunAt = nowMs));
  }
}

beforeEach(() => {
  [nowMs, begunAt, slices] = [0, 0, []];
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
  const styleOf = window.getComputedStyle.bind(window);
  vi.spyOn(window, "getComputedStyle").mockImplementation((element) => {
    nowMs += styleMs;
    return styleOf(element);
  });
  vi.stubGlobal("MessageChannel", CountedChannel);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("reads a page that is slow to tell its styles in slices, and asks for it afterwards", async () => {
  document.body.innerHTML = "<p>The <b>old</b> sea</p>".repeat(100);
  const { page } = await translatePage(loud);
  expect(document.body.textContent).toBe("THE OLD SEA".repeat(100));
  expect(slices.length).toBeGreaterThan(10);
  expect(Math.max(...slices)).toBeLessThan(sliceMs + 10 * styleMs);
  await page.restore();
});
