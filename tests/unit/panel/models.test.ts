import { describe, expect, test } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import {
  createModels,
  type ModelChoice,
  type ModelsSurroundings,
} from "../../../lib/panel/models.ts";

const small: ModelChoice = { id: "org/small", name: "Small" };
const large: ModelChoice = { id: "org/large", name: "Large" };

/** A machine with a store of models and a hub that has two of them. */
function openModels(surroundings: Partial<ModelsSurroundings> = {}) {
  const stored = new Map<string, ModelChoice>();
  const machine = { chosen: null as string | null, requests: 0 };
  const store = (model: ModelChoice) => stored.set(model.id, model);
  const models = createModels({
    listStored: async () => [...stored.values()],
    readChosen: async () => machine.chosen,
    writeChosen: async (id) => {
      machine.chosen = id;
    },
    recommend: async () => small,
    askSize: async () => 100,
    async fetchModel(id, onProgress) {
      machine.requests += 1;
      onProgress({ loadedBytes: 40, totalBytes: 100 });
      store(id === small.id ? small : large);
    },
    async importFolder(_files, onProgress) {
      onProgress({ loadedBytes: 1, totalBytes: 1 });
      store({ id: "local/m", name: "m" });
      return "local/m";
    },
    removeModel: async (id) => {
      stored.delete(id);
    },
    countRequests: async () => machine.requests,
    ...surroundings,
  });
  const kinds: string[] = [];
  models.activity.subscribe(({ kind }) => kinds.push(kind));
  return { models, machine, store, kinds };
}

/** Work that goes on until it is stopped. */
function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("cancelled", "stopped")));
  });
}

test("a model is offered with its size before anything is fetched", async () => {
  const { models, kinds } = openModels();
  await models.askSize(small);
  expect(models.activity.value).toEqual({ kind: "offered", model: small, totalBytes: 100 });
  expect(models.stored.value).toEqual([]);
  expect(kinds).toEqual(["idle", "asking-size", "offered"]);
});

test("a fetched model is stored and chosen, and its requests are counted", async () => {
  const { models, kinds } = openModels();
  await models.fetchModel(large);
  expect(models.stored.value).toEqual([large]);
  expect(models.chosenId.value).toBe(large.id);
  expect(models.requestCount.value).toBe(1);
  expect(kinds).toEqual(["idle", "fetching", "fetching", "idle"]);
});

test.each<[kind: string, act: (models: Models) => Promise<void>]>([
  ["fetching", (models) => models.fetchModel(large)],
  ["importing", (models) => models.importFolder([])],
])("a message of progress that carries more is still shown as %s", async (kind, act) => {
  const tell = async (_what: unknown, onProgress: (progress: typeof message) => void) => {
    onProgress(message);
    return "local/m";
  };
  const message = { kind: "progress", loadedBytes: 40, totalBytes: 100 };
  const fetchModel = async (...args: Parameters<typeof tell>) => void (await tell(...args));
  const { models, kinds } = openModels({ fetchModel, importFolder: tell });
  await act(models);
  expect(kinds).toEqual(["idle", kind, kind, "idle"]);
});

test("an imported model is stored and chosen", async () => {
  const { models, kinds } = openModels();
  await models.importFolder([]);
  expect(models.chosenId.value).toBe("local/m");
  expect(kinds).toEqual(["idle", "importing", "importing", "idle"]);
});

describe("what fails says why, and leaves the choice as it was", () => {
  const fail = () => Promise.reject(new AppError("storage-full", ""));
  test.each([
    ["asking", { askSize: fail }, (models: Models) => models.askSize(large)],
    ["fetching", { fetchModel: fail }, (models: Models) => models.fetchModel(large)],
    ["importing", { importFolder: fail }, (models: Models) => models.importFolder([])],
  ])("%s", async (_what, broken, act) => {
    const { models, store, machine } = openModels(broken);
    store(small);
    machine.chosen = small.id;
    await act(models);
    expect(models.activity.value).toMatchObject({
      kind: "failed",
      error: { code: "storage-full" },
    });
    expect(models.chosenId.value).toBe(small.id);
  });
});

test("Stop ends a download, whose late progress shows nothing", async () => {
  const late: (() => void)[] = [];
  const { models, machine } = openModels({
    fetchModel(_id, onProgress, signal) {
      late.push(() => onProgress({ loadedBytes: 50, totalBytes: 100 }));
      return untilStopped(signal);
    },
  });
  const fetching = models.fetchModel(large);
  models.stop();
  late[0]?.();
  await fetching;
  expect(models.activity.value).toEqual({ kind: "idle" });
  expect(machine.chosen).toBeNull();
});

test("a size that comes after Stop is not offered", async () => {
  const size = Promise.withResolvers<number>();
  const { models } = openModels({ askSize: () => size.promise });
  const asking = models.askSize(small);
  models.stop();
  size.resolve(100);
  await asking;
  expect(models.activity.value).toEqual({ kind: "idle" });
});

test("Stop puts an offer away", async () => {
  const { models } = openModels();
  await models.askSize(small);
  models.stop();
  expect(models.activity.value).toEqual({ kind: "idle" });
});

test("a new activity takes the place of the one before, which is stopped", async () => {
  const signals: AbortSignal[] = [];
  const { models } = openModels({
    fetchModel(_id, _onProgress, signal) {
      signals.push(signal);
      return untilStopped(signal);
    },
  });
  const fetching = models.fetchModel(large);
  await models.askSize(small);
  await fetching;
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(models.activity.value).toMatchObject({ kind: "offered", model: small });
});

describe("the chosen model", () => {
  test("that is no longer stored counts as none", async () => {
    const { models, machine } = openModels();
    machine.chosen = large.id;
    await models.refresh();
    expect(models.chosenId.value).toBeNull();
  });

  test("that is removed counts as none", async () => {
    const { models } = openModels();
    await models.fetchModel(small);
    await models.remove(small.id);
    expect(models.stored.value).toEqual([]);
    expect(models.chosenId.value).toBeNull();
  });

  test("is the one the reader chooses of those stored", async () => {
    const { models, store } = openModels();
    store(small);
    store(large);
    await models.choose(large.id);
    expect(models.chosenId.value).toBe(large.id);
  });
});

test("recommends a model for this machine, and asks for it once", async () => {
  let asked = 0;
  const recommend = async () => {
    asked += 1;
    return large;
  };
  const { models } = openModels({ recommend });
  await models.refresh();
  await models.refresh();
  expect(models.recommended.value).toEqual(large);
  expect(asked).toBe(1);
});

type Models = ReturnType<typeof createModels>;
