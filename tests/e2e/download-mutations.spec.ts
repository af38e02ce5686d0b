import { expect } from "@playwright/test";
import type { Download } from "../../lib/models/downloads.ts";
import { requiredFiles } from "../../lib/models/weights.ts";
import { olderCommit } from "./download-faults/fault-list.ts";
import { hashesOf, madeModel, weights } from "./download-faults/made-model.ts";
import { mutation, mutationOf } from "./download-faults/mutations.ts";
import { Random } from "./download-faults/random.ts";
import { DownloadsPage, type Hashes } from "./downloads-page.ts";
import { test } from "./hub-fixtures.ts";
import type { PlayedHub } from "./played-hub.ts";
import { type FileBytes, type HubModel, madeBytes } from "./played-hub/hub-model.ts";

/** Files that stand beside the weights, so that one download has many things to go wrong. */
const besideWeights = 44;
const manyFiles = 20;
const fewFiles = 60;

/** Without these no model is whole. */
const required = [...requiredFiles, weights];

test("over 1,000 mutations not one bad byte is taken for a model's", async ({ sotto, hub }) => {
  test.setTimeout(600_000);
  const downloads = await DownloadsPage.open(sotto);
  let mutations = 0;

  // Models of many files, each of which comes wrong once.
  const whole = Array.from({ length: manyFiles }, (_, i) => offerWithMany(hub, i));
  for (const [i, model] of whole.entries()) {
    const files = [...model.files.values()].filter(({ bytes }) => bytes !== null);
    const faults = files.map((file, j) => mutationOf(new Random(1000 * i + j), model, file));
    mutations += faults.length;
    hub.fail(...faults.map((fault) => ({ ...fault, times: 1 })));
  }
  await inBatches(whole, (model) => fetchUntilDone(downloads, model));
  const hashes = whole.map((model) => [model.id, hashesOf(model)] as const);
  expect(await downloads.stored()).toEqual(Object.fromEntries(hashes));
  await downloads.removeAll();

  // Models of few files, one of which, or whose listing, comes wrong once, twice or always.
  const models = Array.from({ length: fewFiles }, (_, i) => offer(hub, `made/few-${i}`, {}));
  mutations += models.length;
  hub.fail(...models.map((model, i) => mutation(new Random(-1 - i), model)));
  const ends = await inBatches(models, ({ id }) => downloads.fetch(id));
  expectGoodOrAbsent(models, ends, await downloads.stored());
  expect(mutations).toBeGreaterThan(1000);
});

/** A mutation that stays for a file may end a download; going on gets it done. */
async function fetchUntilDone(downloads: DownloadsPage, { id }: HubModel): Promise<void> {
  for (let tries = 0; tries <= besideWeights; tries++) {
    const { state } = await downloads.fetch(id);
    if (state.kind === "done") return;
  }
  throw new Error(`${id} was never done`);
}

/** A model is whole and stands on the disk to the byte, or it is not among the stored ones. */
function expectGoodOrAbsent(
  models: readonly HubModel[],
  ends: readonly Download[],
  stored: Record<string, Hashes>,
): void {
  for (const [i, model] of models.entries()) {
    const end = ends[i]?.state.kind;
    const hashes = stored[model.id];
    expect(hashes === undefined, `${model.id} ended as ${end}`).toBe(end !== "done");
    if (hashes) expect(hashesOf(model), model.id).toMatchObject(hashes);
    if (hashes) expect(Object.keys(hashes), model.id).toEqual(expect.arrayContaining(required));
  }
}

function offerWithMany(hub: PlayedHub, i: number): HubModel {
  const id = `made/many-${i}`;
  const more: FileBytes = Object.fromEntries(
    Array.from({ length: besideWeights }, (_, j) => {
      const path = `${weights}_data_${j}`;
      return [path, madeBytes(`${id} ${path}`, 3000 + 17 * j)];
    }),
  );
  return offer(hub, id, more);
}

function offer(hub: PlayedHub, id: string, more: FileBytes): HubModel {
  const model = madeModel(id, { more });
  hub.add(model);
  hub.add(madeModel(id, { more, commit: olderCommit }));
  return model;
}

async function inBatches<T>(models: readonly HubModel[], run: (model: HubModel) => Promise<T>) {
  const results: T[] = [];
  for (let at = 0; at < models.length; at += 4)
    results.push(...(await Promise.all(models.slice(at, at + 4).map(run))));
  return results;
}
