import { beforeEach, describe, expect, test } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  readChosenModel,
  readEngineSettings,
  readLastRewrite,
  readLastWords,
  readOwnTasks,
  watchOwnTasks,
  writeChosenModel,
  writeEngineSettings,
  writeLastRewrite,
  writeLastWords,
  writeOwnTasks,
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

describe("the reader's own tasks", () => {
  const tasks = [
    { id: "b", name: "Second to none", instruction: "Say it so." },
    { id: "a", name: "Another", instruction: "Say it otherwise." },
  ];

  test("are kept in their order, and every page is told of a change", async () => {
    let told = 0;
    watchOwnTasks(() => told++);
    expect(await readOwnTasks()).toEqual([]);
    await writeOwnTasks(tasks);
    expect(await readOwnTasks()).toEqual(tasks);
    expect(told).toBe(1);
  });

  test("stay where one of them is broken, and none is there twice", async () => {
    const broken = [null, "x", {}, { id: "c", name: "", instruction: "x" }, { id: 7 }];
    const ownTasks = [...broken, ...tasks, { ...tasks[0], name: "Twice" }];
    await browser.storage.local.set({ ownTasks });
    expect(await readOwnTasks()).toEqual(tasks);
  });

  test.each([7, "x", {}, null])("are none where %j is stored", async (value) => {
    await browser.storage.local.set({ ownTasks: value });
    expect(await readOwnTasks()).toEqual([]);
  });
});

describe("the last way to rewrite", () => {
  test.each(["shorter", "own", { ownTaskId: "a" }] as const)("is kept: %j", async (way) => {
    expect(await readLastRewrite()).toBeNull();
    await writeLastRewrite(way);
    expect(await readLastRewrite()).toEqual(way);
  });

  test.each(["louder", 7, { ownTaskId: 7 }, []])("is none where %j is stored", async (value) => {
    await browser.storage.local.set({ lastRewrite: value });
    expect(await readLastRewrite()).toBeNull();
  });
});

test("the reader's own words are kept, and only until the browser ends", async () => {
  expect(await readLastWords()).toBe("");
  await writeLastWords("Make it rhyme");
  expect(await readLastWords()).toBe("Make it rhyme");
  expect(JSON.stringify(await browser.storage.local.get())).not.toContain("rhyme");
  expect(JSON.stringify(await browser.storage.session.get())).toContain("rhyme");
});
