import type { Locator, Page } from "@playwright/test";
import { answerIn, copyModel, expect, openPanelOn, test, useFolder } from "./fixtures.ts";
import type { Launched } from "./launch.ts";
import { draftLine, longDraft, rewrittenLine } from "./made-pages.ts";

const site = "http://news.example";

test("a selection in a form is rewritten, shown as a difference, replaced and put back", async ({
  sotto,
}) => {
  const { tab, panel } = await openForm(sotto, "/form");
  await ask(panel, "Plainer");
  await expect(panel.getByRole("heading", { level: 2, name: "Plainer" })).toBeVisible();
  await expect(rewriteIn(panel).locator("del").first()).toBeVisible();
  await panel.getByRole("button", { name: "New text" }).click();
  await expect(rewriteIn(panel)).toHaveText(rewrittenLine);
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click(); // the date is gone
  await expect(fieldOf(tab)).toHaveValue(rewrittenLine);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(fieldOf(tab)).toHaveValue(draftLine);
});

test("the page's own undo takes a replacement back in one step", async ({ sotto }) => {
  const { tab, panel } = await openForm(sotto, "/form");
  await ask(panel, "Plainer");
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click();
  await expect(fieldOf(tab)).toHaveValue(rewrittenLine);
  await tab.bringToFront();
  await fieldOf(tab).press("Control+z");
  await expect(fieldOf(tab)).toHaveValue(draftLine);
});

test("nothing is replaced when the text has changed meanwhile", async ({ sotto }) => {
  const { tab, panel } = await openForm(sotto, "/form");
  await ask(panel, "Plainer");
  await expect(panel.getByRole("button", { name: "Replace", exact: true })).toBeVisible();
  await fieldOf(tab).fill("The reader went on writing.");
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click();
  await expect(panel.getByText(/nothing was replaced/)).toBeVisible();
  await expect(fieldOf(tab)).toHaveValue("The reader went on writing.");
});

test("text of a page can be rewritten and copied, and is not replaced", async ({ sotto }) => {
  await sotto.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { tab, panel } = await openPanelOn(sotto, `${site}/marked`);
  await useFolder(panel);
  await tab.locator("p", { hasText: "¶" }).selectText();
  await ask(panel, "Shorter");
  await expect(panel.getByText(/cannot be edited on its page/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Replace", exact: true })).toBeHidden();
  await panel.getByRole("button", { name: "New text" }).click();
  const text = await rewriteIn(panel).innerText();
  await panel.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test("the reader's own words go into the prompt, and the answer comes back", async ({ sotto }) => {
  const { panel } = await openForm(sotto, "/form");
  await openChoices(panel);
  await panel.getByLabel("In your own words").fill("Say it like a sailor");
  await panel.getByRole("button", { name: "Rewrite", exact: true }).click();
  await expect(panel.getByRole("heading", { name: "Say it like a sailor" })).toBeVisible();
  await expect(rewriteIn(panel).locator("ins, del").first()).toBeVisible();
});

test("a long selection is gone through part by part, and put together", async ({ sotto }) => {
  const { tab, panel } = await openForm(sotto, "/long-form");
  await ask(panel, "Shorter");
  await expect(panel.getByRole("button", { name: "Replace", exact: true })).toBeVisible();
  await panel.getByRole("button", { name: "New text" }).click();
  const lines = (await rewriteIn(panel).innerText()).split(/\n+/);
  expect(lines[0]).toBe("First paragraph, tide 0 of the year.");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.length).toBeLessThan(8);
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click(); // most numbers are gone
  await expect(fieldOf(tab)).toHaveValue(/^First paragraph, tide 0 of the year\.\n/);
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(fieldOf(tab)).toHaveValue(longDraft);
});

test("beside another tab the panel says whose the rewrite is, and Replace still goes there", async ({
  sotto,
}) => {
  const { tab, panel } = await openForm(sotto, "/form");
  await ask(panel, "Plainer");
  await expect(panel.getByRole("button", { name: "Replace", exact: true })).toBeVisible();
  const other = await sotto.context.newPage();
  await other.goto(`${site}/marked`);
  await other.bringToFront();
  await expect(panel.getByText("This is about “Form” (news.example), not the page")).toBeVisible();
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click();
  await expect(fieldOf(tab)).toHaveValue(rewrittenLine);
  await tab.bringToFront();
  await expect(panel.getByText("This is about “Form”")).toBeHidden();
});

test("without a selection the panel says to select first, and the summary is one click away", async ({
  sotto,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await ask(panel, "Plainer");
  await expect(panel.getByText("Select the text to rewrite first")).toBeVisible();
  await panel.getByRole("button", { name: "Back to the summary" }).click();
  await expect(answerIn(panel).getByRole("listitem").first()).toBeVisible();
});

/** A form with its text selected, beside a panel with the copying model. */
async function openForm(sotto: Launched, path: string): Promise<{ tab: Page; panel: Page }> {
  const opened = await openPanelOn(sotto, `${site}${path}`);
  await useFolder(opened.panel, copyModel);
  await expect(opened.panel.getByText("What Sotto read")).toBeVisible();
  await fieldOf(opened.tab).selectText();
  return opened;
}

async function openChoices(panel: Page): Promise<void> {
  await panel.getByText("Rewrite the selected text").click();
}

async function ask(panel: Page, way: string): Promise<void> {
  await openChoices(panel);
  await panel.getByRole("button", { name: way, exact: true }).click();
}

function rewriteIn(panel: Page): Locator {
  return panel.getByRole("region", { name: "Rewrite", exact: true });
}

function fieldOf(tab: Page): Locator {
  return tab.getByRole("textbox", { name: "Message" });
}
