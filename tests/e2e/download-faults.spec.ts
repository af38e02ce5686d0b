import { expect } from "@playwright/test";
import { healing, lasting, olderCommit } from "./download-faults/fault-list.ts";
import { hashesOf, madeModel } from "./download-faults/made-model.ts";
import { DownloadsPage } from "./downloads-page.ts";
import { test } from "./hub-fixtures.ts";
import type { PlayedHub } from "./played-hub.ts";
import type { Fault } from "./played-hub/faults.ts";
import type { HubModel } from "./played-hub/hub-model.ts";

test("every fault that passes heals by itself", async ({ sotto, hub }) => {
  const downloads = await DownloadsPage.open(sotto);
  const cases = Object.entries(healing).map(([what, faults]) => ({ what, faults }));
  const models = offer(hub, cases);
  const ends = await Promise.all(models.map(({ id }) => downloads.fetch(id)));
  const kinds = ends.map(({ state: { kind } }, i) => [cases[i]?.what, kind]);
  expect(kinds).toEqual(cases.map(({ what }) => [what, "done"]));
  expect(await downloads.stored()).toEqual(allOf(models));
});

test("every fault that stays ends in what names it, stores nothing, and is over when it is over", async ({
  sotto,
  hub,
}) => {
  test.slow();
  const downloads = await DownloadsPage.open(sotto);
  const cases = Object.entries(lasting).map(([what, end]) => ({ what, ...end }));
  const models = offer(hub, cases);
  const ends = await Promise.all(models.map(({ id }) => downloads.fetch(id)));
  const told = ends.map(({ state }, i) => {
    const what = cases[i]?.what;
    return state.kind === "failed"
      ? { what, code: state.error.code, facts: state.error.facts }
      : { what, state };
  });
  expect(told).toEqual(cases.map(({ what, code, facts }) => ({ what, code, facts })));
  expect(await downloads.stored()).toEqual({});

  hub.fail();
  const again = await Promise.all(models.map(({ id }) => downloads.fetch(id)));
  expect(again.map(({ state }) => state.kind)).toEqual(cases.map(() => "done"));
  expect(await downloads.stored()).toEqual(allOf(models));
});

/** Offers a model, in two revisions, for each case, and has the hub fail it so. */
function offer(hub: PlayedHub, cases: readonly { faults: readonly Fault[] }[]): HubModel[] {
  const models = cases.map((_, i) => madeModel(`made/case-${i}`));
  for (const model of models) {
    hub.add(model);
    hub.add(madeModel(model.id, { commit: olderCommit }));
  }
  hub.fail(
    ...cases.flatMap(({ faults }, i) => {
      const modelId = models[i]?.id ?? "";
      return faults.map((fault) => ({ ...fault, modelId }));
    }),
  );
  return models;
}

/** What must be on the disk when these models are stored. */
function allOf(models: readonly HubModel[]): Record<string, Record<string, string>> {
  return Object.fromEntries(models.map((model) => [model.id, hashesOf(model)]));
}
