import type { Locator, Page } from "@playwright/test";
import { copyModel, expect, openPanelOn, useFolder } from "./fixtures.ts";
import { givePacks, packFolder } from "./give-packs.ts";
import { test } from "./hub-fixtures.ts";
import type { Launched } from "./launch.ts";
import { draftToTranslate } from "./made-pages.ts";
import { hubModel, readFolder } from "./played-hub/hub-model.ts";

const inGerman =
  "Die Katze sieht die alt Brücke und schläft. Die See ist sehr kalt heute, aber die Sonne kommt at 4:20.";
const throughEnglish =
  "Le chat voit le pont vieux et dort. Le mer est très froid aujourd'hui, mais le soleil vient at 4:20.";

test("a selection is translated beside the original, replaced, put back, and turned around", async ({
  sotto,
}) => {
  const { tab, panel } = await openForm(sotto);
  await givePacks(panel, "en-de", "de-en");
  await panel.getByRole("button", { name: "Translate the selected text" }).click();
  await panel.getByLabel("Into").selectOption("German");
  const pairs = pairsIn(panel);
  await expect(pairs).toHaveCount(2);
  await expect(pairs.first().locator("p")).toHaveText([
    "The cat sees the old bridge and sleeps.",
    "Die Katze sieht die alt Brücke und schläft.",
  ]);
  await expect(panel.getByText("2 sentences translated.")).toBeVisible();
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(fieldOf(tab)).toHaveValue(inGerman);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(fieldOf(tab)).toHaveValue(draftToTranslate);

  await panel.getByRole("button", { name: "The other direction" }).click();
  await expect(panel.getByLabel("From")).toHaveValue("de");
  await expect(panel.getByLabel("Into")).toHaveValue("en");
});

test("a pack that is not here is fetched on a click that shows its size, and then translates", async ({
  sotto,
  hub,
}) => {
  const id = "Xenova/opus-mt-en-de";
  hub.add(hubModel(id, readFolder(packFolder("en-de"))));
  const { panel } = await openForm(sotto);
  await panel.getByRole("button", { name: "Translate the selected text" }).click();
  await panel.getByLabel("Into").selectOption("German");
  await expect(panel.getByText("This needs a translation pack.")).toBeVisible();
  const offer = panel.getByRole("region", { name: "English to German" });
  await offer.getByRole("button").first().click();
  await expect(offer.getByText(/\d kB|0\.\d MB/).first()).toBeVisible();
  await offer.getByRole("button").first().click();
  await expect(pairsIn(panel).first()).toContainText("Die Katze sieht die alt Brücke");
});

test("between two other languages it goes through English, and says so", async ({ sotto }) => {
  const { tab, panel } = await openForm(sotto);
  await fieldOf(tab).fill(inGerman.replace(" at ", " "));
  await fieldOf(tab).selectText();
  await givePacks(panel, "de-en", "en-fr");
  await panel.getByRole("button", { name: "Translate the selected text" }).click();
  await panel.getByLabel("From").selectOption("German");
  await panel.getByLabel("Into").selectOption("French");
  await expect(panel.getByText("By way of English")).toBeVisible();
  await expect(panel.getByText("2 sentences translated.")).toBeVisible();
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(fieldOf(tab)).toHaveValue(throughEnglish.replace(" at ", " "));
});

test("where no pack goes, the language model translates, says so, and its guards hold", async ({
  sotto,
}) => {
  const { tab, panel } = await openForm(sotto);
  const good =
    "The cat sees the old bridge and sleeps at 4:20. ¶Kot widzi stary most i śpi o 4:20.";
  const bad =
    "The sun comes at 5:30 and the sea is very cold. ¶Słońce wschodzi, a morze jest zimne.";
  await fieldOf(tab).fill(`${good}\n${bad}`);
  await fieldOf(tab).selectText();
  await useFolder(panel, copyModel);
  await panel.getByRole("button", { name: "Translate the selected text" }).click();
  await panel.getByLabel("From").selectOption("English");
  await panel.getByLabel("Into").selectOption("Polish");
  await expect(panel.getByText("No translation pack goes from English to Polish")).toBeVisible();
  await expect(panel.getByText("1 of 2 passages translated.")).toBeVisible();
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(fieldOf(tab)).toHaveValue(`Kot widzi stary most i śpi o 4:20.\n${bad}`);
});

test("of a text that mixes languages each line goes its own way, or stays as it is", async ({
  sotto,
}) => {
  const { tab, panel } = await openForm(sotto);
  const lines = [
    "Die Katze sieht die alt Brücke und schläft.",
    "The sea is very cold today, but the sun comes.",
    "Le chat dort aujourd'hui sur le vieux pont.",
  ];
  await fieldOf(tab).fill(lines.join("\n"));
  await fieldOf(tab).selectText();
  await givePacks(panel, "de-en", "en-fr");
  await panel.getByRole("button", { name: "Translate the selected text" }).click();
  await panel.getByLabel("Into").selectOption("French");
  await expect(panel.getByText("2 sentences translated.")).toBeVisible();
  await expect(panel.getByText(/^This text mixes /)).toBeVisible();
  await expect(pairsIn(panel).last()).toContainText("In French already.");
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(fieldOf(tab)).toHaveValue(
    [
      "Le chat voit le pont vieux et dort.",
      "Le mer est très froid aujourd'hui, mais le soleil vient.",
      lines[2],
    ].join("\n"),
  );
});

async function openForm(sotto: Launched): Promise<{ tab: Page; panel: Page }> {
  const opened = await openPanelOn(sotto, "http://news.example/form-to-translate");
  await expect(opened.panel.getByText("What Sotto read")).toBeVisible();
  await fieldOf(opened.tab).selectText();
  return opened;
}

function fieldOf(tab: Page): Locator {
  return tab.locator("textarea");
}

function pairsIn(panel: Page): Locator {
  return panel.getByRole("list", { name: "Translation" }).getByRole("listitem");
}
