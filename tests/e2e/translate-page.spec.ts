import { expect, openPanelOn, test } from "./fixtures.ts";
import { givePacks } from "./give-packs.ts";

const site = "http://news.example";

test("a page is translated in place by a pack, shown in both languages, put back, and its language remembered", async ({
  sotto,
}) => {
  const { tab, panel } = await openPanelOn(sotto, `${site}/translated/mixed`);
  const before = await tab.content();
  await givePacks(panel, "en-de");
  await panel.getByText("Translate this page").click();
  await panel.getByLabel("Into").selectOption("German");
  await panel.getByRole("button", { name: "Translate", exact: true }).click();
  await expect(panel.getByText("English → German")).toBeVisible();
  await expect(tab.getByRole("heading")).toHaveText("Die See ist alt");
  const link = tab.getByRole("link");
  await expect(link).toHaveText("die alt Brücke");
  await expect(tab.locator("p").first()).toHaveText("Die Katze sieht die alt Brücke und schläft.");
  await expect(tab.locator("p").nth(1)).toHaveText(alreadyGerman);
  await tab.evaluate(() => {
    const added = document.createElement("p");
    added.textContent = "The sun comes today.";
    document.body.append(added);
  });
  await expect(tab.locator("p").last()).toHaveText("Die Sonne kommt heute.");
  await tab.evaluate(() => document.querySelector("p:last-of-type")?.remove());
  await panel.getByRole("button", { name: "Below each block" }).click();
  await expect(tab.locator("p > div")).not.toHaveCount(0);
  await panel.getByRole("button", { name: "Restore the page" }).click();
  await expect(panel.getByText("The page is as it was.")).toBeVisible();
  expect(await tab.content()).toBe(before);
  await panel.getByRole("button", { name: "Back to the summary" }).click();
  await panel.getByText("Translate this page").click();
  await expect(panel.getByLabel("Into")).toHaveValue("de"); // chosen for English pages before
});

const alreadyGerman = "Das Meer war heute Morgen sehr ruhig, und die Fischer fuhren früh hinaus.";
