import { answerIn, expect, openPanelOn, setEngine, test, useFolder } from "./fixtures.ts";
import { markedLine, shortLine } from "./made-pages.ts";
import { watchEngine } from "./watch-engine.ts";

const page = "http://news.example/marked";

for (const threads of [1, 2]) {
  test(`the processor gives the same text with ${threads} of 2 threads`, async ({ sotto }) => {
    const { panel } = await openPanelOn(sotto, page);
    await setEngine(panel, { device: "wasm", threads });
    await useFolder(panel);
    await expect(answerIn(panel)).toHaveText(markedLine);
    await expect(panel.getByText(`${threads} thread`)).toBeVisible();
  });
}

test.describe("with a GPU played by software", () => {
  test.use({ browserArgs: ["--enable-unsafe-webgpu"] });
  test.setTimeout(240_000);

  test("WebGPU gives the same text as the processor", async ({ sotto }) => {
    const { panel } = await openPanelOn(sotto, "http://news.example/short");
    await setEngine(panel, { device: "wasm" });
    await useFolder(panel);
    await expect(answerIn(panel)).toHaveText(shortLine);
    await expect(panel.getByText(/on the processor/).first()).toBeVisible();
    await setEngine(panel, { device: "webgpu" });
    await panel.getByRole("button", { name: "Try again" }).click();
    await expect(panel.getByText(/on the graphics card/).first()).toBeVisible({ timeout: 200_000 });
    await expect(answerIn(panel)).toHaveText(shortLine, { timeout: 200_000 });
  });
});

test("a model leaves the memory after idle minutes, and comes back when it is asked", async ({
  sotto,
}) => {
  const { panel } = await openPanelOn(sotto, page);
  await setEngine(panel, { idleMinutes: 0.01 });
  await useFolder(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const engine = await watchEngine(sotto);
  await expect.poll(() => engine.state()).toBe("empty");
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await expect(answerIn(panel)).toHaveText(markedLine);
});
