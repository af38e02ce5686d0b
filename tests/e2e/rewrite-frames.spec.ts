import type { FrameLocator, Locator, Page } from "@playwright/test";
import { expect, openPanelOn, test, useFolder } from "./fixtures.ts";
import type { Launched } from "./launch.ts";
import { rewrittenLine } from "./made-pages.ts";

const site = "http://news.example";

test("what is selected in a frame is rewritten there", async ({ sotto }) => {
  const { panel, field } = await rewriteInFrame(sotto, "/framed-form");
  await replace(panel);
  await expect(field).toHaveValue(rewrittenLine);
});

test("a frame that went to another page is not written into, though its text is the same", async ({
  sotto,
}) => {
  const { panel, frame, field } = await rewriteInFrame(sotto, "/framed-form");
  await expect(panel.getByRole("button", { name: "Replace", exact: true })).toBeVisible();
  const before = await field.inputValue();
  await frame.locator("body").evaluate(() => location.reload());
  await expect(field).toHaveValue(before);
  await replace(panel);
  await expect(panel.getByText(/no longer/)).toBeVisible();
  await expect(field).toHaveValue(before);
});

test("a frame of another site, which the click does not open to Sotto, is said to be one", async ({
  sotto,
}) => {
  const { panel } = await rewriteInFrame(sotto, "/form-of-another-site");
  await expect(panel.getByText("comes from another site")).toBeVisible();
});

async function rewriteInFrame(
  sotto: Launched,
  path: string,
): Promise<{ panel: Page; frame: FrameLocator; field: Locator }> {
  const { tab, panel } = await openPanelOn(sotto, `${site}${path}`);
  await useFolder(panel);
  await expect(panel.getByText("What Sotto read")).toBeVisible();
  const frame = tab.frameLocator("iframe");
  const field = frame.getByRole("textbox", { name: "Message" });
  await field.selectText();
  await panel.getByText("Rewrite the selected text").click();
  await panel.getByRole("button", { name: "Plainer", exact: true }).click();
  return { panel, frame, field };
}

async function replace(panel: Page): Promise<void> {
  await panel.getByRole("button", { name: "Replace", exact: true }).click();
  await panel.getByRole("button", { name: "Replace anyway" }).click(); // the date is gone
}
