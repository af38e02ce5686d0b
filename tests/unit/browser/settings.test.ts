import { beforeEach, describe, expect, test } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  readChosenModel,
  readEngineSettings,
  writeChosenModel,
  writeEngineSettings,
} from "../../../lib/browser/settings.ts";

const defaults = { device: "auto", threads: null, idleMinutes: 5 };

beforeEach(() => {
  fakeBrowser.reset();
});

describe("the chosen model", () => {
  test("is none at first, then the last one that was chosen, then none again", async () => {
    expect(await readChosenModel()).toBeNull();
    await writeChosenModel("org/a");
    await writeChosenModel("org/b");
    expect(await readChosenModel()).toBe("org/b");
    await writeChosenModel(null);
    expect(await readChosenModel()).toBeNull();
    expect(await browser.storage.local.get()).toEqual({});
  });

  test.each([7, true, {}, ["org/a"]])("is none where %j is stored", async (value) => {
    await browser.storage.local.set({ chosenModel: value });
    expect(await readChosenModel()).toBeNull();
  });
});

describe("the engine's settings", () => {
  test("are the defaults until the reader changes them", async () => {
    expect(await readEngineSettings()).toEqual(defaults);
    await writeEngineSettings({ device: "wasm", threads: 2, idleMinutes: 0.5 });
    expect(await readEngineSettings()).toEqual({ device: "wasm", threads: 2, idleMinutes: 0.5 });
  });

  test("that are stored in part are filled up", async () => {
    await browser.storage.local.set({ engineSettings: { threads: 1 } });
    expect(await readEngineSettings()).toEqual({ ...defaults, threads: 1 });
  });

  test.each([
    "wasm",
    7,
    [],
    { device: "cloud" },
    { threads: 0 },
    { threads: 1.5 },
    { threads: "all" },
    { idleMinutes: 0 },
    { idleMinutes: -1 },
    { idleMinutes: "never" },
  ])("are the defaults where %j is stored", async (value) => {
    await browser.storage.local.set({ engineSettings: value });
    expect(await readEngineSettings()).toEqual(defaults);
  });
});
