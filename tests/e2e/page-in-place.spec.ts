import type { Page } from "@playwright/test";
import { expect, openPanelOn, test } from "./fixtures.ts";
import { isRestored, playedProgress, playTranslator, tellPage } from "./played-translator.ts";

// A translator is played here: these tests are about what becomes of a page, whatever translates.
const site = "http://news.example";

const pagesOfAllMakes = [
  "/article.html",
  "/docs.html",
  "/front.html",
  "/thread.html",
  "/hidden.html",
  "/japanese.html",
  "/shadow.html",
  "/translated/shop",
  "/translated/table",
  "/translated/right-to-left",
  "/translated/app",
  "/translated/frames",
];

test("pages of all makes, translated and restored, are exactly what they were", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/other`); // the click holds for its site
  for (const path of pagesOfAllMakes) {
    await tab.goto(`${site}${path}`);
    const before = await markup(tab);
    for (const way of ["loud", "backwards"] as const) {
      await playTranslator(panel, way, { tag: "ar", direction: "rtl" });
      await expectAllDone(panel);
      expect(await markup(tab), path).not.toBe(before);
      await tellPage(panel, { kind: "show", original: "below" });
      await tellPage(panel, { kind: "restore" });
      await expect.poll(() => isRestored(panel)).toBe(true);
      expect(await markup(tab), path).toBe(before);
    }
  }
});

test("frames of the page's own site are translated, and those of others stay closed", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/translated/frames`);
  await playTranslator(panel, "loud");
  const frame = tab.frameLocator("iframe >> nth=0");
  await expect(frame.locator("p")).toHaveText("THE OLD SEA IS IN A FRAME.!");
  await expect(frame.frameLocator("iframe").locator("p")).toHaveText("THE TIDE IS IN ITS FRAME.!");
  await expectAllDone(panel);
  await expect(tab.frameLocator("iframe >> nth=1").locator("h1")).toHaveText("The sea is old");
  await tellPage(panel, { kind: "restore" });
  await expect(frame.locator("p")).toHaveText("The old sea is in a frame.");
});

test("what stood there is shown where the reader points or goes by keys, and out of the page's reach", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/translated/mixed`);
  await playTranslator(panel, "loud");
  await expectAllDone(panel);
  await tellPage(panel, { kind: "show", original: "on-hover" });
  const place = await tab.locator("h1").boundingBox();
  await tab.locator("h1").hover();
  const bubble = tab.locator("html > div");
  await expect(bubble).toHaveJSProperty("shadowRoot", null);
  expect(await tab.evaluate(() => document.documentElement.innerText)).not.toContain("is old");
  expect(await drawnTexts(tab)).toContain("The sea is old");
  expect(await tab.locator("h1").boundingBox()).toEqual(place);
  await tab.mouse.move(700, 700);
  await expect(bubble).toHaveCount(0);
  await tab.keyboard.press("Tab");
  await expect(bubble).toHaveCount(1);
  expect(await drawnTexts(tab)).toContain("The cat sees the old bridge and sleeps.");
  await tab.keyboard.press("Escape");
  await expect(bubble).toHaveCount(0);
});

test("what an app adds and draws anew is translated as it comes", async ({ sotto }) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/translated/app`);
  await playTranslator(panel, "loud");
  await expect(tab.getByText("ANNA SAYS: THE FIRST MESSAGE CAME IN!")).toBeVisible();
  await tab.evaluate(() => add("A third message came in"));
  await expect(tab.getByRole("listitem").last()).toHaveText(/SAYS: A THIRD MESSAGE CAME IN!$/);
  await expect(tab.locator("#count")).toHaveText("3 MESSAGES ARE HERE!");
  await tellPage(panel, { kind: "restore" });
  await expect(tab.getByRole("listitem").last()).toHaveText("Anna says: A third message came in");
  await expect(tab.locator("#count")).toHaveText("3 messages are here");
});

test("a page of 200,000 words is translated whole, what is in view first, and restored", async ({
  sotto,
}) => {
  test.setTimeout(180_000);
  const { tab, panel } = await openPanelOn(sotto, `${site}/translated/200000-words`);
  const before = await markup(tab);
  await playTranslator(panel, "loud");
  await expect(tab.getByRole("heading").first()).toHaveText(/^CHAPTER/);
  const { doneSentences, totalSentences } = (await playedProgress(panel)) ?? noProgress;
  expect(doneSentences).toBeLessThan(totalSentences / 10);
  const farDown = tab.getByRole("heading", { name: /^chapter 2000 /i });
  await farDown.evaluate((heading) => heading.scrollIntoView());
  await expect(farDown).toHaveText(/^CHAPTER/);
  expect((await playedProgress(panel))?.doneSentences).toBeLessThan(totalSentences / 2);
  await expectAllDone(panel, 120_000);
  expect(await playedProgress(panel)).toMatchObject({ isCut: false });
  await expect(tab.getByRole("heading").last()).toHaveText(/^CHAPTER/);
  await tellPage(panel, { kind: "restore" });
  await expect.poll(() => isRestored(panel), { timeout: 30_000 }).toBe(true);
  expect((await markup(tab)) === before).toBe(true);
});

const noProgress = { doneSentences: Number.NaN, totalSentences: 0 };

async function expectAllDone(panel: Page, timeout = 10_000): Promise<void> {
  await expect
    .poll(
      async () => {
        const progress = await playedProgress(panel);
        return progress !== null && progress.doneSentences === progress.totalSentences;
      },
      { timeout },
    )
    .toBe(true);
}

/** All that the page's own scripts can see of it. */
function markup(tab: Page): Promise<string> {
  return tab.evaluate(() => {
    const roots = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return [document.documentElement.outerHTML, ...roots.map((root) => root.innerHTML)].join("\n");
  });
}

/** All texts that the browser draws, also where no script of the page can look. */
async function drawnTexts(tab: Page): Promise<string[]> {
  const session = await tab.context().newCDPSession(tab);
  const { strings } = await session.send("DOMSnapshot.captureSnapshot", { computedStyles: [] });
  await session.detach();
  return strings;
}

/** What the page of the app offers. */
declare function add(text: string): void;
