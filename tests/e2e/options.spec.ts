import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { answerIn, copyModel, expect, openPanelOn } from "./fixtures.ts";
import { markedLine } from "./made-pages.ts";
import { fetchRecommended, needed, recommendedIn, size, test } from "./offered-models.ts";
import {
  damageStoredFile,
  filesInPickedFolder,
  openOptions,
  playFolderPicker,
} from "./options-page.ts";
import type { Fault } from "./played-hub/faults.ts";
import { hubModel, readFolder } from "./played-hub/hub-model.ts";

const site = "http://news.example";
const weights = "onnx/model_quantized.onnx";
const stalls: Fault = {
  room: "bytes",
  path: weights,
  harm: {
    kind: "breaks-off",
    atByte: Math.floor(statSync(join(copyModel, weights)).size / 2),
    how: "silence",
  },
};

test("a model is fetched, used, removed and fetched again", async ({ sotto, hub }) => {
  const options = await openOptions(sotto);
  const { name } = await fetchRecommended(options);
  await expect(options.getByRole("radio", { name })).toBeChecked();
  await expect(options.getByText(`${needed.length} files`)).toBeVisible();

  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine, { timeout: 30_000 });

  await options.getByRole("button", { name: `Remove ${name}` }).click();
  await options.getByRole("button", { name: "Remove it" }).click();
  await expect(options.getByText("There is no model yet.")).toBeVisible();
  await expect(panel.getByRole("button", { name: `Fetch ${name}` })).toBeVisible();
  const before = hub.served().length;
  await fetchRecommended(options);
  await expect(options.getByRole("radio", { name })).toBeChecked();
  expect(hub.served().length - before).toBeGreaterThanOrEqual(needed.length);
});

test("a download can be paused and continued, and goes on when the page is closed", async ({
  sotto,
  hub,
}) => {
  const options = await openOptions(sotto);
  hub.fail(stalls);
  const { name } = await fetchRecommended(options);
  await untilWeightsCome(options, name);
  await options.getByRole("button", { name: "Pause" }).click();
  await expect(options.getByText(`${name} is paused`)).toBeVisible();

  hub.fail();
  await options.getByRole("button", { name: "Continue" }).click();
  await options.close();
  const again = await openOptions(sotto);
  await expect(again.getByRole("radio", { name })).toBeChecked();
});

test("a paused download can be discarded", async ({ sotto, hub }) => {
  const options = await openOptions(sotto);
  hub.fail(stalls);
  const { name } = await fetchRecommended(options);
  await untilWeightsCome(options, name);
  await options.getByRole("button", { name: "Pause" }).click();
  await options.getByRole("button", { name: "Discard" }).click();
  await expect(options.getByRole("button", { name: `Fetch ${name}` })).toBeVisible();
  await options.reload();
  await expect(options.getByRole("button", { name: `Fetch ${name}` })).toBeVisible();
});

test("a model comes in from a zip, and answers", async ({ sotto }, testInfo) => {
  const zip = testInfo.outputPath("my-model.zip");
  writeFileSync(zip, await zipOf(copyModel));
  const options = await openOptions(sotto);
  await options.getByLabel("Import a zip…").setInputFiles(zip);
  await expect(options.getByRole("radio", { name: "my-model" })).toBeChecked();
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await expect(answerIn(panel)).toHaveText(markedLine, { timeout: 30_000 });
});

test("what is no model is refused with one sentence", async ({ sotto }, testInfo) => {
  const zip = testInfo.outputPath("other.zip");
  writeFileSync(zip, "no zip at all");
  const options = await openOptions(sotto);
  await options.getByLabel("Import a zip…").setInputFiles(zip);
  await expect(options.getByRole("alert")).toContainText("This model is not complete");
});

test("an exported model is the same model where it is imported", async ({
  sotto,
  hub,
}, testInfo) => {
  const options = await openOptions(sotto);
  await playFolderPicker(options);
  const { id, name } = await fetchRecommended(options);
  await options.getByRole("button", { name: `Export to a folder… ${name}` }).click();
  await expect(options.getByText("Copied. Import that folder")).toBeVisible();

  const files = await filesInPickedFolder(options);
  const folder = id.replace("/", "--");
  expect(Object.keys(files).toSorted()).toEqual(
    [...needed, "sotto-model.json"].map((path) => `${folder}/${path}`).toSorted(),
  );
  for (const path of needed)
    expect(files[`${folder}/${path}`]?.equals(readFileSync(join(copyModel, path))), path).toBe(
      true,
    );
  for (const [path, content] of Object.entries(files)) {
    const file = testInfo.outputPath(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  await options.getByRole("button", { name: `Remove ${name}` }).click();
  await options.getByRole("button", { name: "Remove it" }).click();
  await expect(options.getByText("There is no model yet.")).toBeVisible();
  const asked = hub.requests().length;
  await options.getByLabel("Import a folder…").setInputFiles(testInfo.outputPath(folder));
  await expect(options.getByRole("radio", { name })).toBeChecked();
  await expect(options.getByText("from this machine")).toBeVisible();
  expect(hub.requests().length).toBe(asked);
});

test("checking finds a damaged file, and only that is fetched again", async ({ sotto, hub }) => {
  const options = await openOptions(sotto);
  const { name } = await fetchRecommended(options);
  const check = options.getByRole("button", { name: `Check the files of ${name}` });
  await check.click();
  await expect(
    options.getByText(`All ${needed.length} files are whole and unchanged.`),
  ).toBeVisible();

  await damageStoredFile(options, "tokenizer.json");
  await check.click();
  await expect(options.getByRole("alert")).toContainText("“tokenizer.json” is damaged");
  const before = hub.served().length;
  await options.getByRole("button", { name: "Fetch again" }).click();
  await expect(options.getByRole("radio", { name })).toBeChecked();
  const again = hub.served().slice(before);
  expect(again.map(({ path }) => path)).toEqual(["tokenizer.json"]);
});

test("every request is listed, can be saved, and is forgotten on a click", async ({
  sotto,
  hub,
}) => {
  const options = await openOptions(sotto);
  const requests = options.getByRole("region", { name: "Requests" });
  await expect(requests.getByText("Sotto has made no request.")).toBeVisible();
  const { name } = await fetchRecommended(options);
  await expect(options.getByRole("radio", { name })).toBeChecked();
  const count = hub.requests().length;
  await expect(
    requests.getByText(`Sotto has made ${count} requests, all for models`),
  ).toBeVisible();
  const newest = requests.getByRole("listitem").first();
  await expect(newest).toContainText(/To fetch a model: ok.*hf\.co/);

  const saving = options.waitForEvent("download");
  await requests.getByRole("button", { name: "Export the list…" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("sotto-requests.json");
  expect(JSON.parse(readFileSync(await saved.path(), "utf8"))).toHaveLength(count);

  await requests.getByRole("button", { name: "Clear the list" }).click();
  await requests.getByRole("button", { name: "Clear it" }).click();
  await expect(requests.getByText("Sotto has made no request.")).toBeVisible();
  await options.reload();
  await expect(requests.getByText("Sotto has made no request.")).toBeVisible();
});

test("offline for good, nothing is asked, and what is refused says so", async ({ sotto, hub }) => {
  const options = await openOptions(sotto);
  const { name } = await recommendedIn(options);
  const offline = options.getByRole("switch", { name: "Offline for good" });
  await offline.check();
  await expect(offline).toHaveAttribute("aria-checked", "true"); // which is once it is kept
  await options.reload();
  await expect(offline).toBeChecked();
  await options.getByRole("button", { name: `Fetch ${name}` }).click();
  await expect(options.getByRole("alert")).toContainText("You have switched Sotto’s network off.");
  expect(hub.requests()).toEqual([]);

  await offline.uncheck();
  await options.getByRole("button", { name: `Fetch ${name}` }).click();
  await expect(options.getByRole("button", { name: `Fetch ${size}` })).toBeVisible();
});

test("a connection that saves data is told before the click that costs", async ({ sotto }) => {
  const options = await sotto.context.newPage();
  await options.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await options.goto(`chrome-extension://${sotto.extensionId}/options.html`);
  const { name } = await recommendedIn(options);
  await options.getByRole("button", { name: `Fetch ${name}` }).click();
  await expect(options.getByText("This connection is metered, or set to save data")).toBeVisible();
});

test("any model of the hub can be typed, and a name that it has not gets one sentence", async ({
  sotto,
  hub,
}) => {
  hub.add(hubModel("someone/their-model", readFolder(copyModel)));
  const options = await openOptions(sotto);
  const ask = async (id: string) => {
    await options.getByLabel("A model of the hub, by its name").fill(id);
    await options.getByRole("button", { name: "Ask how large it is" }).click();
  };
  await ask("someone/nothing");
  await expect(options.getByRole("alert")).toBeVisible();
  await ask("https://huggingface.co/someone/their-model");
  await options.getByRole("button", { name: `Fetch ${size}` }).click();
  await expect(options.getByRole("radio", { name: "someone/their-model" })).toBeChecked();
});

test("settings are kept", async ({ sotto }) => {
  const options = await openOptions(sotto);
  const idle = options.getByLabel("A model that is not used leaves the memory after");
  await idle.selectOption("15 minutes");
  await options.getByRole("radio", { name: "The processor", exact: true }).check();
  await options.reload();
  await expect(idle).toHaveValue("15");
  await expect(options.getByRole("radio", { name: "The processor", exact: true })).toBeChecked();
});

test("the panel leads to this page", async ({ sotto }) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  const opening = sotto.context.waitForEvent("page");
  await panel.getByRole("button", { name: "All models and settings…" }).click();
  const options = await opening;
  await expect(options.getByText("Models and settings")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ sotto, hub }) => {
    const options = await openOptions(sotto);
    await options.emulateMedia({ colorScheme });
    const { name } = await fetchRecommended(options);
    await expect(options.getByRole("radio", { name })).toBeChecked();
    await options.getByRole("switch", { name: "Keep summaries and answers" }).check();
    hub.fail({ room: "listing", harm: { kind: "status", status: 404 } });
    for (const summary of await options.locator("summary").all()) await summary.click();
    await options
      .getByRole("button", { name: /^Fetch / })
      .first()
      .click();
    await options.getByRole("button", { name: `Remove ${name}` }).click();
    await expect(options.getByRole("alert")).toBeVisible();
    const { violations } = await new AxeBuilder({ page: options }).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ).toEqual([]);
  });
}

test("the keyboard reaches everything, and nothing overflows 320 pixels", async ({ sotto }) => {
  const options = await openOptions(sotto);
  const { name } = await fetchRecommended(options);
  await expect(options.getByRole("radio", { name })).toBeChecked();
  for (const summary of await options.locator("summary").all()) await summary.click();
  const missed = await missedByTab(options);
  expect(missed).toEqual([]);
  await options.setViewportSize({ width: 320, height: 700 });
  const overflow = await options.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

async function untilWeightsCome(page: Page, name: string): Promise<void> {
  const bar = page.getByRole("progressbar", { name: `Fetching ${name}` });
  await expect(bar).toHaveAttribute("value", /^[1-9]\d{5}/);
}

/** Controls that pressing Tab from the top never comes to; of radio buttons, one a group counts. */
async function missedByTab(page: Page): Promise<string[]> {
  const controls = page.locator(
    "button:visible, select:visible, summary:visible, input:not([type=radio]), input[type=radio]:checked",
  );
  const count = await controls.count();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator("h1").click();
  for (let presses = 0; presses < count + 5; presses++) {
    await page.keyboard.press("Tab");
    await page.evaluate(() => document.activeElement?.setAttribute("data-reached", ""));
  }
  return controls.evaluateAll((all) =>
    all.flatMap((control) => (control.hasAttribute("data-reached") ? [] : [control.outerHTML])),
  );
}

async function zipOf(folder: string): Promise<Buffer> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(readFolder(folder)))
    await zip.add(`my-model/${path}`, new BlobReader(new Blob([new Uint8Array(content)])));
  return Buffer.from(await (await zip.close()).arrayBuffer());
}
