import { statSync } from "node:fs";
import { join } from "node:path";
import { revisionOf } from "../../lib/models/catalogue.ts";
import { answerIn, copyModel, expect, openPanelOn, openWithModel } from "./fixtures.ts";
import { launch } from "./launch.ts";
import { makePage, markedLine } from "./made-pages.ts";
import { fetchRecommended, needed, recommendedIn, size, test } from "./offered-models.ts";
import { trustingHub } from "./played-hub/certificate.ts";
import type { Fault, Harm } from "./played-hub/faults.ts";
import { hubModel } from "./played-hub/hub-model.ts";
import { RecordingProxy } from "./recording-proxy.ts";

const site = "http://news.example";

const weights = "onnx/model_quantized.onnx";
const halfBytes = Math.floor(statSync(join(copyModel, weights)).size / 2);
const atWeights = (harm: Harm): Fault => ({ room: "bytes", path: weights, harm });
const stalls = atWeights({ kind: "breaks-off", atByte: halfBytes, how: "silence" });

test("the panel shows how large a model is before it is fetched, and fetches it on the second click", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  const { id, name } = await recommendedIn(panel);
  expect(hub.requests(), "before the first click").toEqual([]);

  await panel.getByRole("button", { name: `Fetch ${name}` }).click();
  await expect(panel.getByText(`${name} is ${size}. It comes from huggingface.co`)).toBeVisible();
  expect(hub.requests(), "before the second click").toEqual(
    listingUrls(id).map((url) => `GET ${url}`),
  );

  await panel.getByRole("button", { name: `Fetch ${size}` }).click();
  await expect(answerIn(panel)).toHaveText(markedLine);
  await expect(panel.getByText(new RegExp(`${name} on the processor`)).first()).toBeVisible();
});

test("only the files that this device needs are asked for, and nothing is sent along", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  const { id } = await fetchRecommended(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const asked = hub.requests().filter((request) => !isRedirected(request));
  const files = needed.map(
    (path) => `https://huggingface.co/${id}/resolve/${commitOf(id)}/${path}`,
  );
  const urls = [...listingUrls(id), ...listingUrls(id), ...files];
  expect(asked.toSorted()).toEqual(urls.map((url) => `GET ${url}`).toSorted());
});

test("“Nothing you read left this machine” counts every request that was made, redirects too", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  await expect(panel.getByText("Nothing left this machine · 0 requests")).toBeVisible();
  const { id } = await fetchRecommended(panel);
  await expect(answerIn(panel)).toHaveText(markedLine);
  const count = hub.requests().length;
  expect(count).toBe(2 * listingUrls(id).length + 2 * needed.length); // every file is redirected once
  const sentence = `Nothing you read left this machine · ${count} requests, all to fetch models`;
  await expect(panel.getByText(sentence)).toBeVisible();
});

test("a download that is paused is kept, and goes on with what is missing", async ({
  sotto,
  hub,
}) => {
  const { panel } = await openPanelOn(sotto, `${site}/marked`);
  hub.fail(stalls);
  const { name } = await fetchRecommended(panel);
  await expect(panel.getByRole("progressbar", { name: `Fetching ${name}` })).toHaveAttribute(
    "value",
    /^[1-9]\d{5}/, // so much that the weights have begun
  );
  await panel.getByRole("button", { name: "Pause" }).click();
  await expect(panel.getByText(`${name} is paused`)).toBeVisible();
  await expect(panel.getByRole("alert")).toBeHidden();
  await panel.reload();
  await expect(panel.getByText(`${name} is paused`)).toBeVisible();
  await expect(panel.getByRole("radio")).toHaveCount(0);

  hub.fail();
  const before = hub.served().length;
  await panel.getByRole("button", { name: "Continue" }).click();
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
    "a hub that sends Sotto to a host that is not listed",
    { room: "redirect", harm: { kind: "redirect", to: "https://elsewhere.example/file" } },
    /it may not ask/,
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
    const { name } = await recommendedIn(panel);
    const isAsking = fault.room === "listing";
    if (isAsking) await panel.getByRole("button", { name: `Fetch ${name}` }).click();
    else await fetchRecommended(panel);
    await expect(panel.getByRole("alert")).toHaveText(sentence);

    await expect(answerIn(panel)).toHaveText(markedLine);
    await expect(panel.getByRole("radio", { name: "copy-qwen3" })).toBeChecked();
    hub.fail();
    if (isAsking) await fetchRecommended(panel);
    else await panel.getByRole("button", { name: "Continue" }).click();
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
    await fetchRecommended(panel);
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
  await fetchRecommended(panel);
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

/** What the hub is asked to learn which files a model has; its commit first, if none is pinned. */
function listingUrls(id: string): string[] {
  const [commit, api] = [commitOf(id), `https://huggingface.co/api/models/${id}`];
  const asked = revisionOf(id);
  const tree = `${api}/tree/${commit}?recursive=true`;
  return asked === commit ? [tree] : [`${api}/revision/${asked}`, tree];
}

function commitOf(id: string): string {
  return hubModel(id, {}).commit;
}

/** Whether a request follows a redirect of the hub's, to its cache or its store. */
function isRedirected(request: string): boolean {
  return /\/resolve-cache\/|\.hf\.co\//.test(request);
}
