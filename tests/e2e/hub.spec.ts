import { statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { recommendedModel } from "../../lib/models/catalogue.ts";
import { answerIn, copyModel, expect, openPanelOn, openWithModel } from "./fixtures.ts";
import { test as base } from "./hub-fixtures.ts";
import { launch } from "./launch.ts";
import { makePage, markedLine } from "./made-pages.ts";
import { trustingHub } from "./played-hub/certificate.ts";
import type { Fault, Harm } from "./played-hub/faults.ts";
import { hubModel, readFolder } from "./played-hub/hub-model.ts";
import { RecordingProxy } from "./recording-proxy.ts";

const site = "http://news.example";
const { id, name, revision } = recommendedModel("wasm");

/** What the processor needs of the model. */
const needed = [
  "config.json",
  "generation_config.json",
  "onnx/model_quantized.onnx",
  "tokenizer.json",
  "tokenizer_config.json",
];
const neededBytes = needed.reduce((sum, path) => sum + statSync(join(copyModel, path)).size, 0);
const size = `${(neededBytes / 1e6).toFixed(1)} MB`;

const { commit } = hubModel(id, readFolder(copyModel));
const listingUrls = [
  ...(revision === commit ? [] : [`https://huggingface.co/api/models/${id}/revision/${revision}`]),
  `https://huggingface.co/api/models/${id}/tree/${commit}?recursive=true`,
];
const fileUrl = (path: string) => `https://huggingface.co/${id}/resolve/${commit}/${path}`;

const weights = "onnx/model_quantized.onnx";
const halfBytes = Math.floor(statSync(join(copyModel, weights)).size / 2);
const atWeights = (harm: Harm): Fault => ({ room: "bytes", path: weights, harm });
const stalls = atWeights({ kind: "breaks-off", atByte: halfBytes, how: "silence" });

const test = base.extend({
  hub: async ({ hub }, use) => {
    hub.add(hubModel(id, readFolder(copyModel)));
    await use(hub);
  },
});

test("the panel shows how large a model is before it is fetched, and fetches it on the second click", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await expect(fetchButton(panel)).toBeVisible();
  expect(hub.requests(), "before the first click").toEqual([]);

  await fetchButton(panel).click();
  await expect(panel.getByText(`${name} is ${size}. It comes from huggingface.co`)).toBeVisible();
  expect(hub.requests(), "before the second click").toEqual(listingUrls.map((url) => `GET ${url}`));

  await panel.getByRole("button", { name: `Fetch ${size}` }).click();
  await expect(answerIn(panel)).toHaveText(markedLine);
  await expect(panel.getByText(new RegExp(`${name} on the processor`)).first()).toBeVisible();
});

test("only the files that this device needs are asked for, and nothing is sent along", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await fetchModel(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const asked = hub.requests().filter((request) => !isRedirected(request));
  const urls = [...listingUrls, ...listingUrls, ...needed.map(fileUrl)];
  expect(asked.toSorted()).toEqual(urls.map((url) => `GET ${url}`).toSorted());
});

test("“Nothing you read left this machine” counts every request that was made, redirects too", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await expect(panel.getByText("Nothing left this machine · 0 requests")).toBeVisible();
  await fetchModel(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const count = hub.requests().length;
  expect(count).toBe(2 * listingUrls.length + 2 * needed.length); // every file is redirected once
  const sentence = `Nothing you read left this machine · ${count} requests, all to fetch models`;
  await expect(panel.getByText(sentence)).toBeVisible();
});

test("a download that is stopped is kept, and goes on with what is missing", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  hub.fail(stalls);
  await fetchModel(panel);
  await expect(panel.getByRole("progressbar", { name: `Fetching ${name}` })).toHaveAttribute(
    "value",
    /^[1-9]\d{5}/, // so much that the weights have begun
  );
  await panel.getByRole("button", { name: "Stop fetching" }).click();
  await expect(fetchButton(panel)).toBeVisible();
  await expect(panel.getByRole("alert")).toBeHidden();
  await panel.reload();
  await expect(fetchButton(panel)).toBeVisible();
  await expect(panel.getByRole("radio")).toHaveCount(0);

  hub.fail();
  const before = hub.served().length;
  await fetchModel(panel);
  await expect(panel.getByRole("radio", { name, includeHidden: true })).toBeChecked();
  const again = hub
    .served()
    .slice(before)
    .map(({ path }) => path);
  expect(again).toContain(weights);
  expect(again).not.toContain("config.json");
});

for (const [what, fault, sentence] of [
  ["a hub that is busy", { room: "listing", harm: { kind: "status", status: 503 } }, /is busy/],
  ["a captive portal's page with a 200", { room: "listing", harm: { kind: "portal" } }, /Sign in/],
  [
    "a hub that no longer has a file",
    { room: "redirect", harm: { kind: "status", status: 404 } },
    /no longer has/,
  ],
  [
    "a hub whose files are not what it lists",
    { room: "bytes", path: weights, harm: { kind: "flipped", atByte: 7, bit: 1 } },
    /came twice in another form/,
  ],
] satisfies [string, Fault, RegExp][]) {
  test(`${what} gets one clear sentence, and nothing is lost`, async ({ sotto, hub }) => {
    const { panel } = await openWithModel(sotto, `${site}/marked`);
    await expect(answerIn(panel)).toHaveText(markedLine);
    hub.fail(fault);
    await panel.getByText("Models", { exact: true }).click();
    if (fault.room === "listing") await fetchButton(panel).click();
    else await fetchModel(panel);
    await expect(panel.getByRole("alert")).toHaveText(sentence);
    await expect(fetchButton(panel)).toBeVisible();

    await expect(answerIn(panel)).toHaveText(markedLine);
    await expect(panel.getByRole("radio", { name: "copy-qwen3" })).toBeChecked();
    hub.fail();
    await fetchModel(panel);
    await expect(panel.getByRole("radio", { name })).toBeChecked();
  });
}

for (const [what, harm] of [
  ["a file cut short", { kind: "truncated", atByte: halfBytes, framing: "close" }],
  ["a file that breaks off", { kind: "breaks-off", atByte: halfBytes, how: "end" }],
  ["a file with a flipped bit", { kind: "flipped", atByte: halfBytes, bit: 3 }],
] satisfies [string, Harm][]) {
  test(`${what} is made whole without the reader`, async ({ sotto, hub }) => {
    const { panel } = await openPanelOn(sotto, `${site}/marked`);
    hub.fail({ ...atWeights(harm), times: 1 });
    await fetchModel(panel);
    await expect(answerIn(panel)).toHaveText(markedLine);
  });
}

test("after a model is fetched once it works without a network", async ({
  hub,
  network,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const online = await launch({ profile, args: trustingHub, proxy: await network.listen() });
  const { panel } = await openPanelOn(online, `${site}/marked`);
  await fetchModel(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);
  await online.close();

  const pagesOnly = new RecordingProxy(makePage);
  const offline = await launch({ profile, proxy: await pagesOnly.listen() });
  hub.close();
  const tab = await offline.openTab(`${site}/marked`);
  pagesOnly.close(); // from here on there is no network at all
  await offline.clickToolbar(tab);
  await expect(answerIn(await offline.panel())).toHaveText(markedLine);
  await offline.close();
  const asked = pagesOnly.requests().filter((url) => !url.endsWith("/favicon.ico"));
  expect(asked).toEqual([`${site}/marked`]);
});

function fetchButton(panel: Page) {
  return panel.getByRole("button", { name: `Fetch ${name}` });
}

/** Asks for the size, and fetches. */
async function fetchModel(panel: Page): Promise<void> {
  await fetchButton(panel).click();
  await panel.getByRole("button", { name: `Fetch ${size}` }).click();
}

/** Whether a request follows a redirect of the hub's, to its cache or its store. */
function isRedirected(request: string): boolean {
  return /\/resolve-cache\/|\.hf\.co\//.test(request);
}
