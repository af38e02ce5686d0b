import { answerIn, expect, openPanelOn, test, useFolder } from "./fixtures.ts";
import { givePacks } from "./give-packs.ts";
import { markedLine } from "./made-pages.ts";

test("a summary that is chosen in another language is written in the page's and translated by a pack", async ({
  sotto,
}) => {
  const { panel } = await openPanelOn(sotto, "http://news.example/marked");
  await givePacks(panel, "en-de");
  await useFolder(panel);
  await expect(answerIn(panel)).toContainText(markedLine);
  await panel.getByLabel("Language", { exact: true }).selectOption("Deutsch");
  const translation = panel.getByRole("region", { name: "In German" });
  await expect(translation).toContainText(
    "Written in English by the model and translated into German by a pack.",
  );
  const pair = translation.getByRole("listitem").first();
  await expect(pair.locator(".original")).toHaveText(markedLine);
  await expect(pair.locator(".translated > p").first()).not.toHaveText(/^…?$/);
});
