import type { Locator, Page } from "@playwright/test";
import { copyModel, expect, openPanelOn, test, useFolder } from "./fixtures.ts";
import type { Launched } from "./launch.ts";
import { carelessMail } from "./made-pages.ts";

test("without a model, suggestions are accepted one by one, replaced in one step and put back", async ({
  sotto,
}) => {
  const { tab, panel } = await proofreadMail(sotto);
  const suggestions = suggestionsIn(panel);
  await expect(suggestions.locator("del")).toHaveText(["recieved", "it's", "the the"]);
  await suggestions.getByRole("button", { name: "Accept “received”" }).click();
  await suggestions.getByRole("listitem").nth(1).getByRole("button", { name: "Dismiss" }).click();
  await panel.getByRole("button", { name: "Accept all" }).click();
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  const corrected = carelessMail.replace("recieved", "received").replace("the the", "the");
  await expect(fieldOf(tab)).toHaveValue(corrected);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(fieldOf(tab)).toHaveValue(carelessMail);
});

test("suggestions stand beside the model's answer, and have no way out", async ({
  sotto,
  network,
}) => {
  const { panel } = await proofreadMail(sotto, copyModel);
  await expect(suggestionsIn(panel).getByRole("listitem")).toHaveCount(3);
  await panel.getByRole("button", { name: "Model’s answer" }).click();
  await expect(panel.getByRole("region", { name: "Rewrite", exact: true })).toBeVisible();
  await panel.getByRole("button", { name: "Instant suggestions" }).click();
  await expect(suggestionsIn(panel).getByRole("listitem")).toHaveCount(3);
  expect(network.requests().filter((url) => !url.includes("news.example"))).toEqual([]);
});

/** A form with a careless mail selected, which is to be proofread, with a model or without. */
async function proofreadMail(
  sotto: Launched,
  folder?: string,
): Promise<{ tab: Page; panel: Page }> {
  const opened = await openPanelOn(sotto, "http://news.example/mail");
  if (folder) await useFolder(opened.panel, folder);
  await expect(opened.panel.getByText("What Sotto read")).toBeVisible();
  await fieldOf(opened.tab).selectText();
  await opened.panel.getByText("Rewrite the selected text").click();
  await opened.panel.getByRole("button", { name: "Proofread", exact: true }).click();
  return opened;
}

function suggestionsIn(panel: Page): Locator {
  return panel.getByRole("region", { name: "Suggestions" });
}

function fieldOf(tab: Page): Locator {
  return tab.getByRole("textbox", { name: "Message" });
}
