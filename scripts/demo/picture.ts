import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Launched } from "../../tests/e2e/launch.ts";

/** A picture of a page with the panel beside it, as the reader sees them; gives its path. */
export async function takePicture(
  sotto: Launched,
  { tab, panel, folder }: { tab: Page; panel: Page; folder: string },
): Promise<string> {
  const images = await Promise.all([tab, panel].map(capture));
  const frame = await sotto.context.newPage();
  const sources = images.map((image) => `data:image/png;base64,${image}`);
  await frame.setContent(
    `<style>body { display: flex; margin: 0; width: max-content; gap: 1px; background: #888 }</style>
     ${sources.map((source) => `<img src="${source}">`).join("")}`,
  );
  const path = join(folder, "sotto.png");
  await frame.locator("body").screenshot({ path });
  await frame.close();
  return path;
}

/** A page as it stands, in base64. Playwright's own screenshots resize a side panel. */
async function capture(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot");
  await session.detach();
  return data;
}
