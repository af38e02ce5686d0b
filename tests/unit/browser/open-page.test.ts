import { beforeEach, expect, test } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { welcome } from "../../../lib/browser/open-page.ts";

beforeEach(() => {
  fakeBrowser.reset();
});

/** The addresses of the tabs that there are, but for the one that every window begins with. */
async function opened(): Promise<string[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ url }) => (url === undefined || url === "" ? [] : [url]));
}

test("the welcome page opens after Sotto was installed, and it is Sotto's own", async () => {
  const before = await opened();
  await welcome({ reason: "install" });
  const after = await opened();
  const own = browser.runtime.getURL("/welcome.html");
  expect(after.filter((url) => !before.includes(url))).toEqual([own]);
});

test("it opens once, also where Sotto is installed again over what was set", async () => {
  await welcome({ reason: "install" });
  const before = await opened();
  await welcome({ reason: "install" });
  expect(await opened()).toEqual(before);
});

test.each(["update", "chrome_update", "shared_module_update"])(
  "nothing opens after %s",
  async (reason) => {
    const before = await opened();
    await welcome({ reason });
    expect(await opened()).toEqual(before);
  },
);
