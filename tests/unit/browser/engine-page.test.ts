import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { ensureEnginePage } from "../../../lib/browser/engine-page.ts";

beforeEach(() => {
  vi.stubEnv("FIREFOX", ""); // which Vitest would make the word "false"
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Chrome's one offscreen page: making it takes a while, and making a second one throws. */
function fakeOffscreen({ isThere = false, fails = false } = {}) {
  const state = { isThere, fails, asked: 0 };
  const offscreen = {
    Reason: { WORKERS: "WORKERS" },
    hasDocument: async () => state.isThere,
    async createDocument() {
      state.asked += 1;
      await Promise.resolve();
      if (state.fails) throw new Error("No such page.");
      if (state.isThere) throw new Error("Only a single offscreen document may be created.");
      state.isThere = true;
    },
  };
  vi.spyOn(browser, "offscreen", "get").mockReturnValue(offscreen as never);
  vi.spyOn(browser.runtime, "getURL").mockImplementation((path) => `chrome-extension://id${path}`);
  return state;
}

test("makes the page once for all who ask at the same time", async () => {
  const state = fakeOffscreen();
  await Promise.all([ensureEnginePage(), ensureEnginePage()]);
  expect(state).toMatchObject({ isThere: true, asked: 1 });
});

test("makes no second page", async () => {
  const state = fakeOffscreen({ isThere: true });
  await ensureEnginePage();
  expect(state.asked).toBe(0);
});

test("makes it again when it has gone away", async () => {
  const state = fakeOffscreen();
  await ensureEnginePage();
  state.isThere = false;
  await ensureEnginePage();
  expect(state).toMatchObject({ isThere: true, asked: 2 });
});

test("is content when another panel was faster", async () => {
  const state = fakeOffscreen();
  const making = ensureEnginePage();
  await Promise.resolve(); // it has asked by now, and been told that there is none
  state.isThere = true;
  await making;
  expect(state.isThere).toBe(true);
});

test("a failure is told, and forgotten at the next try", async () => {
  const state = fakeOffscreen({ fails: true });
  await expect(ensureEnginePage()).rejects.toThrow("No such page.");
  state.fails = false;
  await ensureEnginePage();
  expect(state.isThere).toBe(true);
});
