import { describe, expect, test } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import {
  chosenAmong,
  createKeptModels,
  type KeptSurroundings,
  type LongWork,
} from "../../../lib/options/kept-models.ts";
import { keptModel } from "./played-models.ts";

const small = keptModel("org/small");
const large = keptModel("org/large");

/** A machine with a store of models. */
function openKept(surroundings: Partial<KeptSurroundings> = {}, stored = [small, large]) {
  const machine = { stored, chosen: null as string | null, changes: 0 };
  const kept = createKeptModels(
    {
      list: async () => machine.stored,
      readChosen: async () => machine.chosen,
      writeChosen: async (id) => {
        machine.chosen = id;
      },
      remove: async (id) => {
        machine.stored = machine.stored.filter((model) => model.id !== id);
      },
      verify: async () => [],
      ...surroundings,
    },
    () => {
      machine.changes += 1;
    },
  );
  const works: string[] = [];
  kept.work.subscribe(({ kind }) => works.push(kind));
  return { kept, machine, works };
}

/** Work that goes on until it is stopped. */
const endless: LongWork<never> = (_, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("cancelled", "stopped")));
  });

test.each<[why: string, ids: string[], chosen: string | null, answers: string | null]>([
  ["the reader's choice", ["a", "b"], "b", "b"],
  ["the first, where nothing was chosen", ["a", "b"], null, "a"],
  ["the first, where the choice is gone", ["a", "b"], "c", "a"],
  ["none, where there is none", [], "c", null],
])("the model that answers is %s", (_why, ids, chosen, answers) => {
  expect(chosenAmong(ids, chosen)).toBe(answers);
});

test("choosing and removing are told to the other pages", async () => {
  const { kept, machine } = openKept();
  await kept.choose(large.id);
  expect(kept.chosenId.value).toBe(large.id);
  await kept.remove(large.id);
  expect(kept.all.value).toEqual([small]);
  expect(kept.chosenId.value).toBe(small.id);
  expect(machine.changes).toBe(2);
});

test("looking again tells nobody, so that pages do not wake each other for ever", async () => {
  const { kept, machine } = openKept();
  await kept.refresh();
  expect(machine.changes).toBe(0);
});

describe("checking a model", () => {
  test("tells how far it is, and that every file is right", async () => {
    const { kept, works } = openKept({
      verify: async (_id, onProgress) => {
        onProgress({ loadedBytes: 50, totalBytes: 100 });
        return [];
      },
    });
    await kept.verify(small);
    expect(works).toEqual(["none", "verifying", "verifying", "verified"]);
    expect(kept.work.value).toMatchObject({ modelId: small.id, fileCount: 5, badFiles: [] });
  });

  test("names what is damaged", async () => {
    const { kept } = openKept({ verify: async () => ["onnx/model_q4.onnx"] });
    await kept.verify(small);
    expect(kept.work.value).toMatchObject({ kind: "verified", badFiles: ["onnx/model_q4.onnx"] });
  });

  test("that is stopped shows nothing, and late progress neither", async () => {
    const late: (() => void)[] = [];
    const { kept } = openKept({
      verify: (_id, onProgress, signal) => {
        late.push(() => onProgress({ loadedBytes: 1, totalBytes: 2 }));
        return endless(onProgress, signal);
      },
    });
    const checking = kept.verify(small);
    kept.stop();
    late[0]?.();
    await checking;
    expect(kept.work.value).toEqual({ kind: "none" });
  });
});

test("a model that was brought in is chosen", async () => {
  const { kept, machine, works } = openKept();
  await kept.importModel(async (onProgress) => {
    onProgress({ loadedBytes: 1, totalBytes: 1 });
    machine.stored = [...machine.stored, keptModel("local/m")];
    return "local/m";
  });
  expect(kept.chosenId.value).toBe("local/m");
  expect(works).toEqual(["none", "importing", "importing", "none"]);
});

test("what fails says why, with the facts, and leaves the choice as it was", async () => {
  const { kept, machine } = openKept();
  machine.chosen = large.id;
  const facts = { neededBytes: 2, freeBytes: 1 };
  await kept.importModel(() => Promise.reject(new AppError("storage-full", "", { facts })));
  expect(kept.work.value).toMatchObject({
    kind: "failed",
    modelId: null,
    error: { code: "storage-full", facts },
  });
  expect(kept.chosenId.value).toBe(large.id);
});

test("taking a model out ends with a word that it is done", async () => {
  const { kept } = openKept();
  await kept.exportModel(small.id, async () => {});
  expect(kept.work.value).toEqual({ kind: "exported", modelId: small.id });
});

test("one thing is done at a time: the next takes its place", async () => {
  const { kept } = openKept();
  const first = kept.importModel(endless);
  await kept.verify(large);
  await first;
  expect(kept.work.value).toMatchObject({ kind: "verified", modelId: large.id });
});

test("packs are listed apart, and none of them becomes the model that answers", async () => {
  const pack = { ...keptModel("Xenova/opus-mt-de-en"), kind: "translation" } as const;
  const { kept, machine } = openKept({}, [pack, small]);
  await kept.choose(small.id);
  await kept.choose(pack.id);
  await kept.importModel(async () => pack.id);
  expect(machine.chosen).toBe(small.id);
  expect(kept.chosenId.value).toBe(small.id);
  expect(kept.all.value).toEqual([small]);
  expect(kept.packs.value).toEqual([pack]);
});
