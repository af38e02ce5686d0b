import { expect, test } from "vitest";
import { download } from "./played-downloads.ts";
import { keptModel, openModels } from "./played-models.ts";

/** Lets what was begun without waiting for it come to its end. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

test("a model that was fetched from here is there and chosen", async () => {
  const { models, downloads, machine } = await openModels({ stored: [keptModel("org/old")] });
  await models.fetching.ask({ id: "org/new", name: "New" });
  models.fetching.accept();
  machine.stored = [...machine.stored, keptModel("org/new")];
  downloads.tell(download("org/new", { kind: "done" }));
  await settled();
  expect(models.kept.all.value).toHaveLength(2);
  expect(models.kept.chosenId.value).toBe("org/new");
});

test("a model that another page has fetched is there, and the choice is as it was", async () => {
  const { models, downloads, machine } = await openModels({ stored: [keptModel("org/old")] });
  downloads.tell(download("org/new", { kind: "listing" }));
  machine.stored = [...machine.stored, keptModel("org/new")];
  downloads.tell(download("org/new", { kind: "done" }));
  await settled();
  expect(models.kept.all.value).toHaveLength(2);
  expect(models.kept.chosenId.value).toBe("org/old");
});

test("requests are counted as they are made", async () => {
  const { models } = await openModels();
  expect(models.requestCount.value).toBe(0);
  await models.fetching.ask({ id: "org/new", name: "New" });
  await settled();
  expect(models.requestCount.value).toBe(1);
});

test("what another page has changed is seen, without telling it on", async () => {
  const { models, machine, changeElsewhere } = await openModels();
  machine.stored = [keptModel("org/new")];
  changeElsewhere();
  await settled();
  expect(models.kept.all.value).toEqual(machine.stored);
  expect(machine.told).toBe(0);
});
