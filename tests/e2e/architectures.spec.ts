import type { Page } from "playwright";
import type { ArchitectureName } from "../../scripts/models/architectures/architectures.ts";
import {
  architectureNames,
  ModelsFolder,
  summaryBy,
  type Summary,
} from "../unit/models-fixtures/architecture-models.ts";
import { expect, openPanelOn, setEngine, test, useFolder } from "./fixtures.ts";

const models = new ModelsFolder();
test.afterAll(() => models.remove());

for (const name of architectureNames)
  test(`${name} says on the processor what it says outside of a browser`, async ({ sotto }) => {
    const { panel } = await openPanelOn(sotto, "http://news.example/short");
    await setEngine(panel, { device: "wasm" });
    const expected = await summaryBy(await models.load(name, "q8"), await readText(panel));
    await useFolder(panel, models.folderOf(name));
    await expect(panel.getByText(/on the processor/).first()).toBeVisible();
    await expectAnswer(panel, expected);
  });

/** Between them they have every operator of the catalogue's architectures. */
const onWebGpu: readonly ArchitectureName[] = [
  "tiny-gemma3",
  "tiny-granite4",
  "tiny-lfm2",
  "tiny-phi35",
  "tiny-qwen35",
];
/**
 * Heads that are neither normalized nor damped: they answer, but in other words than the processor.
 * Attention on the software adapter is up to a hundredth off, and noise makes much of it.
 */
const inOtherWords: readonly ArchitectureName[] = ["tiny-phi35"];

test.describe("with a GPU played by software", () => {
  test.use({ browserArgs: ["--enable-unsafe-webgpu"] });
  test.setTimeout(240_000);

  for (const name of onWebGpu) {
    const isAlike = !inOtherWords.includes(name);
    test(`${name} ${isAlike ? "says the same" : "answers"} on WebGPU`, async ({ sotto }) => {
      const { panel } = await openPanelOn(sotto, "http://news.example/short");
      await setEngine(panel, { device: "webgpu" });
      const expected = await summaryBy(await models.load(name, "q4"), await readText(panel));
      await useFolder(panel, models.folderOf(name));
      const device = panel.getByText(/on the graphics card/).first();
      await expect(device).toBeVisible({ timeout: 200_000 });
      const sure = isAlike ? expected.sure : "[a-z]+ ";
      await expectAnswer(panel, { ...expected, sure }, 200_000);
    });
  }
});

/** The whole answer, with the beginning on which no device may differ. */
async function expectAnswer(panel: Page, { sure }: Summary, timeout = 15_000): Promise<void> {
  const answer = panel.locator('[aria-label="Answer"][aria-busy="false"]');
  await expect(answer).toHaveText(new RegExp(`^\\s*${sure}`), { timeout });
}

/** The page as Sotto read it, which the panel shows to whoever asks. */
async function readText(panel: Page) {
  await panel.getByText("What Sotto read").click();
  const passages = await panel.locator("ol.passages > li").allInnerTexts();
  return { title: "Short", language: "en", passages };
}
