import { describe, expect, test } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import type { WantedModel } from "../../../lib/models/downloads.ts";
import { createFetching, type FetchingSurroundings } from "../../../lib/options/fetching.ts";
import { download, PlayedDownloads } from "./played-downloads.ts";

const small = { id: "org/small", name: "Small" };
const large = { id: "org/large", name: "Large" };

/** A machine without a graphics card, and a hub whose models have 100 bytes. */
function openFetching(surroundings: Partial<FetchingSurroundings> = {}) {
  const downloads = new PlayedDownloads();
  const fetched: string[] = [];
  const counted = { changes: 0 };
  const fetching = createFetching({
    downloads,
    askSize: async () => 100,
    waysToWant: async (modelId) => [onProcessor(modelId)],
    isMetered: () => false,
    onFetched: (id) => fetched.push(id),
    onChange: () => {
      counted.changes += 1;
    },
    ...surroundings,
  });
  return { fetching, downloads, fetched, counted };
}

function onProcessor(modelId: string): WantedModel {
  return { modelId, device: "wasm", shaderF16: false };
}

function onGpu(modelId: string): WantedModel {
  return { modelId, device: "webgpu", shaderF16: true };
}

describe("before a download", () => {
  test("the reader sees the size, and nothing is begun", async () => {
    const { fetching, downloads } = openFetching();
    await fetching.ask(small);
    expect(fetching.inquiry.value).toMatchObject({ kind: "offered", bytes: 100 });
    expect(downloads.commands).toEqual([]);
  });

  test("the second click begins it", async () => {
    const { fetching, downloads } = openFetching();
    await fetching.ask(small);
    fetching.accept();
    expect(downloads.commands).toEqual([{ kind: "start", wanted: onProcessor(small.id) }]);
    expect(fetching.inquiry.value).toEqual({ kind: "none" });
  });

  test("a second click without an offer begins nothing", () => {
    const { fetching, downloads } = openFetching();
    fetching.accept();
    expect(downloads.commands).toEqual([]);
  });

  test("a metered connection is told", async () => {
    const { fetching } = openFetching({ isMetered: () => true });
    await fetching.ask(small);
    expect(fetching.inquiry.value).toMatchObject({ kind: "offered", isMetered: true });
  });

  test("a hub that cannot be asked is told, with the error's facts", async () => {
    const facts = { host: "huggingface.co" };
    const askSize = () => Promise.reject(new AppError("download-failed", "no", { facts }));
    const { fetching } = openFetching({ askSize });
    await fetching.ask(small);
    expect(fetching.inquiry.value).toMatchObject({
      kind: "failed",
      model: small,
      error: { code: "download-failed", facts },
    });
  });

  test("a size that comes after the reader put it away is not offered", async () => {
    const size = Promise.withResolvers<number>();
    const { fetching } = openFetching({ askSize: () => size.promise });
    const asking = fetching.ask(small);
    fetching.putAway();
    size.resolve(100);
    await asking;
    expect(fetching.inquiry.value).toEqual({ kind: "none" });
  });

  test("asking for another model ends the first inquiry", async () => {
    const signals: AbortSignal[] = [];
    const askSize = (_: WantedModel, signal: AbortSignal) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise<never>(() => {}) : Promise.resolve(7);
    };
    const { fetching } = openFetching({ askSize });
    void fetching.ask(small);
    await Promise.resolve();
    await fetching.ask(large);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(fetching.inquiry.value).toMatchObject({ kind: "offered", model: large });
  });
});

describe("a model without files for the graphics card", () => {
  const waysToWant = async (id: string) => [onGpu(id), onProcessor(id)];

  test("is offered for the processor", async () => {
    const askSize = async ({ device }: WantedModel) => {
      if (device === "webgpu") throw new AppError("model-unsupported", "no such files");
      return 100;
    };
    const { fetching } = openFetching({ waysToWant, askSize });
    await fetching.ask(small);
    expect(fetching.inquiry.value).toMatchObject({ kind: "offered", wanted: { device: "wasm" } });
  });

  test("is not asked for again where the hub fails otherwise", async () => {
    const asked: string[] = [];
    const askSize = async ({ device }: WantedModel) => {
      asked.push(device);
      throw new AppError("download-busy", "503");
    };
    const { fetching } = openFetching({ waysToWant, askSize });
    await fetching.ask(small);
    expect(asked).toEqual(["webgpu"]);
  });
});

describe("downloads", () => {
  test("are shown until they are done", () => {
    const { fetching, downloads } = openFetching();
    downloads.tell(download(small.id, { kind: "paused" }));
    expect(fetching.downloads.value).toHaveLength(1);
    downloads.tell(download(small.id, { kind: "done" }));
    expect(fetching.downloads.value).toEqual([]);
  });

  test("that were begun here are told when they are done, once", async () => {
    const { fetching, downloads, fetched } = openFetching();
    await fetching.ask(small);
    fetching.accept();
    downloads.tell(download(small.id, { kind: "listing" }));
    downloads.tell(download(small.id, { kind: "done" }), download(large.id, { kind: "done" }));
    downloads.tell(download(small.id, { kind: "done" }));
    expect(fetched).toEqual([small.id]);
  });

  test("are news when they come, go or change what they do, but not byte by byte", () => {
    const { downloads, counted } = openFetching();
    const state = { kind: "fetching", file: "a", bytesPerSecond: null } as const;
    downloads.tell(download(small.id, state));
    expect(counted.changes).toBe(1);
    downloads.tell({ ...download(small.id, state), loadedBytes: 99 });
    expect(counted.changes).toBe(1);
    downloads.tell(download(small.id, { kind: "paused" }));
    downloads.tell();
    expect(counted.changes).toBe(3);
  });

  test("are paused, continued and discarded by commands", async () => {
    const { fetching, downloads } = openFetching();
    downloads.tell(download(small.id, { kind: "paused" }));
    fetching.pause(small.id);
    await fetching.resume(small);
    fetching.discard(small.id);
    expect(downloads.commands).toEqual([
      { kind: "pause", modelId: small.id },
      { kind: "start", wanted: onProcessor(small.id) },
      { kind: "discard", modelId: small.id },
    ]);
  });

  test("go on over a metered connection only after the reader saw what is left", async () => {
    const { fetching, downloads } = openFetching({ isMetered: () => true });
    downloads.tell(download(small.id, { kind: "paused" }));
    await fetching.resume(small);
    expect(downloads.commands).toEqual([]);
    expect(fetching.inquiry.value).toMatchObject({ kind: "offered", bytes: 60e6, isMetered: true });
    fetching.accept();
    expect(downloads.commands).toHaveLength(1);
  });

  test("mend a model without another question", async () => {
    const { fetching, downloads } = openFetching();
    await fetching.mend(small.id);
    expect(downloads.commands).toEqual([{ kind: "start", wanted: onProcessor(small.id) }]);
  });
});
