import { afterEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { readMirror } from "../../../lib/browser/mirror.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What the browser's policy says. */
function setPolicy(managed: object): void {
  vi.spyOn(browser.storage.managed, "get").mockImplementation(() => Promise.resolve(managed));
}

test("a mirror that is set by policy is given as its origin", async () => {
  setPolicy({ mirror: "https://models.example.org/" });
  expect(await readMirror()).toBe("https://models.example.org");
});

test.each([{}, { mirror: "" }, { mirror: 7 }, { mirror: "models" }])(
  "a policy of %j sets none",
  async (managed) => {
    setPolicy(managed);
    expect(await readMirror()).toBeUndefined();
  },
);

test("where the browser knows no policy there is none", async () => {
  vi.spyOn(browser.storage.managed, "get").mockImplementation(() =>
    Promise.reject(new Error("Managed storage manifest not found")),
  );
  expect(await readMirror()).toBeUndefined();
});
