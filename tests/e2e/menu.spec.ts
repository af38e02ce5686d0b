import type { Locator, Page } from "@playwright/test";
import { Display, whyNoDisplay } from "./display.ts";
import { countModels } from "./count-models.ts";
import { answerIn, expect, openPanelOn, test as base, useFolder } from "./fixtures.ts";
import { packFolder } from "./give-packs.ts";
import { launch, type Launched } from "./launch.ts";
import { markedLine, rewrittenLine } from "./made-pages.ts";
import { addTask, openOptions } from "./options-page.ts";

const site = "http://news.example";
const noDisplay = whyNoDisplay();

/** In these tests the browser has a window on a screen, with a real mouse and a real keyboard. */
const test = base.extend<{ display: Display }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the braces
  display: async ({}, use) => {
    const display = await Display.start();
    await use(display);
    display.close();
  },

  sotto: async ({ network, display }, use) => {
    const env = { DISPLAY: display.name };
    const sotto = await launch({ headed: true, env, proxy: await network.listen() });
    await use(sotto);
    await sotto.close();
  },
});

test.skip(noDisplay !== null, noDisplay ?? "");

test("“Summarize this page” in the page's menu opens the panel with its summary", async ({
  sotto,
  display,
}) => {
  const tab = await sotto.openTab(`${site}/marked`);
  await openMenu(display, tab.locator("h1"));
  display.press("Up", "Up", "Up", "Right", "Return"); // in “Sotto”, above “View page source”
  const panel = await sotto.panel();
  await expect(panel.getByRole("heading", { level: 2, name: "Marked" })).toBeVisible();
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
  await expect(panel.getByText("Selection", { exact: true })).toBeHidden();
});

test("“Summarize selection” in the menu of a selection reads the selection alone", async ({
  sotto,
  display,
}) => {
  const tab = await sotto.openTab(`${site}/marked`);
  const paragraph = tab.locator("p").nth(1);
  await paragraph.selectText();
  await openMenu(display, paragraph);
  display.press("Up", "Up", "Right", "Return"); // in “Sotto”, above “Inspect”
  const panel = await sotto.panel();
  await expectReadAlone(panel, paragraph);
});

test("“Rewrite ▸ Plainer” in the menu of a selection in a form asks for that rewrite", async ({
  sotto,
  display,
}) => {
  const tab = await sotto.openTab(`${site}/form`);
  await selectMessage(tab);
  await openMenu(display, tab.getByRole("textbox"));
  // in “Sotto”, above “Inspect”: the third entry and, within, after “Proofread”
  display.press("Up", "Up", "Right", "Down", "Down", "Right", "Down", "Return");
  const panel = await sotto.panel();
  await expect(panel.getByRole("heading", { level: 2, name: "Plainer" })).toBeVisible();
  await useFolder(panel);
  await expectReplaced(tab, panel);
});

test("a task of the reader's own stands in the menu at once, and asks for its rewrite", async ({
  sotto,
  display,
}) => {
  const options = await openOptions(sotto);
  await sotto.stopServiceWorker(); // which is started again to make the menu
  await addTask(options, { name: "Like a sailor", instruction: "Say it like a sailor." });
  await options.close();
  const tab = await sotto.openTab(`${site}/form`);
  await selectMessage(tab);
  await openMenu(display, tab.getByRole("textbox"));
  // in “Sotto”, in “Rewrite”, the last
  display.press("Up", "Up", "Right", "Down", "Down", "Right", "Up", "Return");
  const panel = await sotto.panel();
  await expect(panel.getByRole("heading", { level: 2, name: "Like a sailor" })).toBeVisible();
  await expect(panel.getByText("Say it like a sailor.")).toBeVisible();
  await useFolder(panel);
  await expect(panel.locator("del").first()).toBeVisible();
  await expectReplaced(tab, panel);
});

test("“Reply to selection…” in the menu waits for points, and drafts", async ({
  sotto,
  display,
}) => {
  const tab = await sotto.openTab(`${site}/marked`);
  const paragraph = tab.locator("p", { hasText: "¶" });
  await paragraph.selectText();
  await openMenu(display, paragraph);
  display.press("Up", "Up", "Right", "Up", "Return"); // in “Sotto”, the last
  const panel = await sotto.panel();
  await expect(panel.getByLabel("What it should say")).toBeFocused();
  await useFolder(panel);
  await panel.getByRole("button", { name: "Draft a reply" }).click();
  await expect(panel.getByRole("region", { name: "Draft of a reply" })).toHaveText(markedLine);
});

test("“Translate this page” in the page's menu translates it in place", async ({
  sotto,
  display,
}) => {
  const tab = await openWithPack(sotto, `${site}/translated/mixed`);
  await openMenu(display, tab.locator("h1"));
  display.press("Up", "Up", "Up", "Right", "Down", "Return"); // in “Sotto”, the second
  await expect(tab.locator("h1")).toHaveText("Die See ist alt");
});

test("a selection is translated from its menu and by Alt+Shift+L", async ({ sotto, display }) => {
  const tab = await openWithPack(sotto, `${site}/form-to-translate`);
  await selectMessage(tab);
  await openMenu(display, tab.getByRole("textbox"));
  display.press("Up", "Up", "Right", "Down", "Return"); // in “Sotto”, the second
  const panel = await sotto.panel();
  const translation = panel.getByText("Die Katze sieht die alt Brücke und schläft.");
  await expect(translation).toBeVisible();
  await panel.getByRole("button", { name: "Summarize", exact: true }).click();
  await expect(translation).toBeHidden();
  await selectMessage(tab);
  await tab.bringToFront();
  await expect.poll(() => display.focusedTitle()).toMatch(/^Form/);
  display.press("alt+shift+l");
  await expect(translation).toBeVisible();
});

test("Alt+Shift+E rewrites the selection in the way of the last time", async ({
  sotto,
  display,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/form`);
  await useFolder(panel);
  await panel.evaluate(() => chrome.storage.local.set({ lastRewrite: "shorter" }));
  await selectMessage(tab);
  await tab.bringToFront();
  await expect.poll(() => display.focusedTitle()).toMatch(/^Form/);
  display.press("alt+shift+e");
  await expect(panel.getByRole("heading", { level: 2, name: "Shorter" })).toBeVisible();
  await expectReplaced(tab, panel);
});

test("Alt+Shift+S opens the panel with the summary of the page", async ({ sotto, display }) => {
  await sotto.openTab(`${site}/marked`);
  await expect.poll(() => display.focusedTitle()).toMatch(/^Marked/);
  display.press("alt+shift+s");
  const panel = await sotto.panel();
  await expect(panel.getByRole("heading", { level: 2, name: "Marked" })).toBeVisible();
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
});

test("Alt+Shift+S reads the selection alone where there is one", async ({ sotto, display }) => {
  const tab = await sotto.openTab(`${site}/marked`);
  const paragraph = tab.locator("p").nth(1);
  await paragraph.selectText();
  await expect.poll(() => display.focusedTitle()).toMatch(/^Marked/);
  display.press("alt+shift+s");
  await expectReadAlone(await sotto.panel(), paragraph);
});

/**
 * Opens a page in a browser that has the pack into German, which its reader reads. No panel is open:
 * it would take some of the window's width, from which the place of a text on the screen is known.
 */
async function openWithPack(sotto: Launched, url: string): Promise<Page> {
  const options = await openOptions(sotto);
  await options.getByLabel("Import a folder…").setInputFiles(packFolder("en-de"));
  await expect.poll(() => options.evaluate(countModels)).toBe(1);
  await options.evaluate(() => chrome.storage.local.set({ answerLanguage: "de" }));
  await options.close();
  return sotto.openTab(url);
}

/** Selects the text of a form as a reader does, with the cursor in it. */
async function selectMessage(tab: Page): Promise<void> {
  await tab.getByRole("textbox").click();
  await tab.getByRole("textbox").selectText();
}

/** Replaces, although a date is gone. */
async function expectReplaced(tab: Page, panel: Page): Promise<void> {
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click();
  await expect(tab.getByRole("textbox")).toHaveValue(rewrittenLine);
}

/** Clicks with the right button on the text of a page, whose menu takes the keys from then on. */
async function openMenu(display: Display, text: Locator): Promise<void> {
  await expect(async () => {
    display.movePointer(await placeOnScreen(text));
    expect(await text.evaluate((element) => element.matches(":hover"))).toBe(true);
  }).toPass();
  const windows = display.countWindows();
  display.rightClick();
  await expect.poll(() => display.countWindows()).toBe(windows + 1);
}

/** Where the beginning of a text is; the browser's own bars are above the page. */
function placeOnScreen(text: Locator): Promise<{ x: number; y: number }> {
  return text.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    const border = (outerWidth - innerWidth) / 2;
    const bars = outerHeight - innerHeight - border;
    return { x: screenX + border + left + 40, y: screenY + bars + top + height / 2 };
  });
}

async function expectReadAlone(panel: Page, paragraph: Locator): Promise<void> {
  await expect(panel.getByText("Selection", { exact: true })).toBeVisible();
  await panel.getByText("What Sotto read").click();
  await expect(panel.locator("[data-passage-number]")).toHaveText(await paragraph.innerText());
}

/** Part of Chrome's API as it is seen inside `evaluate`, in an extension page. */
declare const chrome: {
  storage: { local: { set(items: object): Promise<void> } };
};
