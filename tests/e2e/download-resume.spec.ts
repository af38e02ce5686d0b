import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { hashesOf, madeModel, stepBytes, weights } from "./download-faults/made-model.ts";
import { DownloadsPage } from "./downloads-page.ts";
import { test } from "./hub-fixtures.ts";
import { crashBrowser, crashExtension, launch, type Launched, production } from "./launch.ts";
import type { PlayedHub } from "./played-hub.ts";
import { trustingHub } from "./played-hub/certificate.ts";
import type { Fault } from "./played-hub/faults.ts";
import { addressOf, store } from "./played-hub/answers.ts";
import { copyOf } from "./played-hub/hub-model.ts";

const weightsBytes = 40_000_000;
const model = madeModel("made/large", { weightsBytes });

/** What may be fetched again after an interruption. */
const againBytes = stepBytes + 0.02 * weightsBytes;

test("after a cut at any of 25 points at most one step and 2 % are fetched again", async ({
  sotto,
  hub,
}) => {
  test.slow();
  const points = Array.from({ length: 25 }, (_, i) => Math.round((weightsBytes * (i + 0.5)) / 25));
  const downloads = await DownloadsPage.open(sotto);
  const again: number[] = [];
  for (const [i, atByte] of points.entries()) {
    const cut = copyOf(model, `made/cut-${i}`);
    hub.add(cut);
    const how = i % 2 === 0 ? "end" : "reset";
    hub.fail({ room: "bytes", path: weights, times: 1, harm: { kind: "breaks-off", atByte, how } });
    expect((await downloads.fetch(cut.id)).state, `cut at ${atByte}`).toEqual({ kind: "done" });
    expect(await downloads.stored(), `cut at ${atByte}`).toEqual({ [cut.id]: hashesOf(cut) });
    again.push((await downloads.cameFrom(store, addressOf(cut, weights))) - weightsBytes);
    await downloads.removeAll();
  }
  expect(Math.max(...again)).toBeLessThanOrEqual(againBytes);
  expect(Math.min(...again)).toBeGreaterThanOrEqual(0);
});

/** Holds a download inside a step, for as long as a connection may be silent. */
const heldAtByte = 29_000_000;
const holdAt = (atByte: number): Fault => ({
  room: "bytes",
  path: weights,
  times: 1,
  harm: { kind: "breaks-off", atByte, how: "silence" },
});

/** Ways to interrupt a download, each of which gives the page that sees it go on. */
const interruptions: Readonly<
  Record<string, (sotto: Launched, page: DownloadsPage) => Promise<DownloadsPage>>
> = {
  "a pause": async (_, page) => {
    await page.command({ kind: "pause", modelId: model.id });
    await page.until(model.id, "paused");
    return page;
  },
  "the end of its workers": async (sotto, page) => {
    await page.closeOffscreen();
    return DownloadsPage.open(sotto);
  },
  "a crash of the extension": async (sotto) => {
    await crashExtension(sotto);
    return DownloadsPage.open(sotto);
  },
};

for (const [what, interrupt] of Object.entries(interruptions))
  test(`after ${what} at most one step and 2 % are fetched again`, async ({ sotto, hub }) => {
    const before = await downloadUntilHeld(sotto, hub);
    const page = await interrupt(sotto, before);
    expect(await page.stored()).toEqual({});
    await expectToGoOn(page, () => servedBytes(hub, model.id));
  });

test("closing every page of Sotto's interrupts no download", async ({ sotto, hub }) => {
  const before = await downloadUntilHeld(sotto, hub);
  await before.page.close();
  const page = await DownloadsPage.open(sotto);
  hub.hangUp();
  await page.until(model.id, "done");
  expect(await page.stored()).toEqual({ [model.id]: hashesOf(model) });
  expect(servedBytes(hub, model.id)).toBe(weightsBytes);
});

test("after a crash of the browser at most one step and 2 % are fetched again", async ({
  hub,
  network,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const options = { profile, args: trustingHub, proxy: await network.listen() };
  const first = await launch(options);
  await downloadUntilHeld(first, hub);
  await crashBrowser(first);

  const second = await launch(options);
  const page = await DownloadsPage.open(second);
  const download = await page.until(model.id, "paused");
  expect(download.loadedBytes).toBeGreaterThan(heldAtByte - againBytes);
  await expectToGoOn(page, () => servedBytes(hub, model.id));
  await second.close();
});

for (const [where, atByte] of [
  ["before the first byte", null],
  ["in the middle", 20_000_000],
  // Chromium reserves room by doubling it, and 32 MiB were enough until the last step.
  ["in the last step", 33_000_000],
] as const)
  test(`a disk that is full ${where} is told with bytes, and what has come is kept`, async ({
    hub,
    network,
  }, testInfo) => {
    const extension = buildWithQuota(testInfo.outputPath("extension"));
    // Else the browser tells every site of 10 GB.
    const args = [...trustingHub, "--disable-features=StaticStorageQuota"];
    const sotto = await launch({ extension, args, proxy: await network.listen() });
    const page = await DownloadsPage.open(sotto);
    hub.add(model);
    if (atByte !== null) await downloadUntil(page, hub, atByte);
    await page.setFreeBytes(100_000);
    hub.hangUp();
    const { state } =
      atByte === null ? await page.fetch(model.id) : await page.until(model.id, "failed", "done");
    expect(state).toMatchObject({ kind: "failed", error: { code: "storage-full" } });
    if (state.kind !== "failed") throw new Error("it did not fail");
    const { neededBytes = 0, freeBytes = Infinity } = state.error.facts;
    expect(neededBytes).toBeGreaterThan(freeBytes);
    expect(await page.stored()).toEqual({});

    hub.fail();
    await page.setFreeBytes(200_000_000);
    await expectToGoOn(page, () => page.cameFrom(store, addressOf(model, weights)));
    await sotto.close();
  });

async function downloadUntilHeld(sotto: Launched, hub: PlayedHub): Promise<DownloadsPage> {
  hub.add(model);
  const page = await DownloadsPage.open(sotto);
  await downloadUntil(page, hub, heldAtByte);
  return page;
}

/** Downloads the model up to a byte, where the hub falls silent, and waits for the disk. */
async function downloadUntil(page: DownloadsPage, hub: PlayedHub, atByte: number): Promise<void> {
  hub.fail(holdAt(atByte));
  await page.start(model.id);
  const steps = Math.floor(atByte / stepBytes);
  await expect.poll(() => page.keptSteps(model.id, weights)).toBe(steps);
}

/** Has a download go on, and looks at what is fetched of it in all and what is then on the disk. */
async function expectToGoOn(
  page: DownloadsPage,
  fetchedBytes: () => number | Promise<number>,
): Promise<void> {
  expect((await page.fetch(model.id)).state).toEqual({ kind: "done" });
  expect(await page.stored()).toEqual({ [model.id]: hashesOf(model) });
  expect((await fetchedBytes()) - weightsBytes).toBeLessThanOrEqual(againBytes);
}

/** Bytes of a model's weights that went out. */
function servedBytes(hub: PlayedHub, modelId: string): number {
  return hub
    .served()
    .filter((part) => part.modelId === modelId && part.path === weights)
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A copy of the build that has to do with the space that browsers give to every site. */
function buildWithQuota(folder: string): string {
  cpSync(production, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = readFileSync(path, "utf8");
  writeFileSync(path, manifest.replace('"unlimitedStorage",', ""));
  return folder;
}
