import { expect, test } from "vitest";
import type { EngineSettings } from "../../../lib/engine/engine.ts";
import { createEngineOptions } from "../../../lib/options/engine-options.ts";

test("a change keeps what it is not about, also if another page has changed that", async () => {
  let stored: EngineSettings = { device: "auto", threads: null, idleMinutes: 5 };
  const options = createEngineOptions({
    read: async () => stored,
    write: async (settings) => {
      stored = settings;
    },
  });
  await options.refresh();
  stored = { ...stored, threads: 2 };
  await options.change({ idleMinutes: 15 });
  expect(stored).toEqual({ device: "auto", threads: 2, idleMinutes: 15 });
  expect(options.settings.value).toEqual(stored);
});
