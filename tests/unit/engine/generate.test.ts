import { describe, expect, test, vi } from "vitest";
import { generate } from "../../../lib/engine/generate.ts";
import { KeptPage, MOST_KEPT_BYTES } from "../../../lib/engine/kept-page.ts";
import type { LanguageModel } from "../../../lib/engine/language-model.ts";
import { CountingCache, counting } from "./counting-cache.ts";

const END = 0;
const never = new AbortController().signal;

/** A model that answers with given tokens, one a pass, whatever it read. */
function answering(answer: readonly number[], bytesPerToken = 1) {
  const steps: number[] = [];
  const caches: CountingCache[] = [];
  let at = 0;
  const model: LanguageModel = {
    contextTokens: 4096,
    stopTokenIds: new Set([END]),
    encodeChat: () => [],
    countTokens: (text) => text.length,
    decode: (tokenIds) => tokenIds.map((id) => String.fromCodePoint(96 + id)).join(""),
    keptPage: new KeptPage(),
    newCache: () => {
      const cache = new CountingCache(bytesPerToken);
      caches.push(cache);
      return cache;
    },
    async forward(tokenIds, cache) {
      counting(cache).read(tokenIds.length);
      steps.push(tokenIds.length);
      return cache.tokens < PROMPT.length ? 1 : (answer[at++] ?? END);
    },
  };
  return { model, steps, caches };
}

const PROMPT = Array<number>(1000).fill(5);

function request(model: LanguageModel, signal: AbortSignal = never) {
  const onText = vi.fn();
  const onPrefill = vi.fn();
  const options = { promptTokenIds: PROMPT, maxAnswerTokens: 40 };
  return { model, ...options, onText, onPrefill, signal };
}

test("streams the answer and counts its tokens", async () => {
  const { model, caches } = answering([3, 1, 20]);
  const asked = request(model);
  const answer = await generate(asked);
  expect(answer).toMatchObject({ text: "cat", ending: "complete", answerTokens: 3 });
  expect(asked.onText.mock.calls.flat()).toEqual(["c", "a", "t"]);
  expect(caches.every(({ isDisposed }) => isDisposed)).toBe(true);
});

test("never shows what the model thinks aloud before its answer", async () => {
  const { model } = answering([1, 2, 3, 4]);
  const pieces = ["", "<think>", "Hm.", "</think>\n\n", "The tide."];
  const thinking = {
    ...model,
    decode: (ids: readonly number[]) => ids.map((id) => pieces[id]).join(""),
  };
  const asked = request(thinking);
  expect(await generate(asked)).toMatchObject({ text: "The tide.", answerTokens: 4 });
  expect(asked.onText.mock.calls.flat()).toEqual(["The tide."]);
});

test("reads the prompt in steps and tells how far it is", async () => {
  const { model } = answering([3]);
  const asked = request(model);
  await generate(asked);
  const doneTokens = asked.onPrefill.mock.calls.flat();
  expect(doneTokens.length).toBeGreaterThan(1);
  expect(doneTokens.at(-1)).toBe(PROMPT.length);
});

test("a prompt of one step more is read to its end", async () => {
  const { model, steps } = answering([3]);
  await generate(request(model));
  const prefill = steps.slice(0, -1);
  expect(prefill.reduce((sum, tokens) => sum + tokens, 0)).toBe(PROMPT.length);
});

test("ends and trims an answer that loops", async () => {
  const { model } = answering([1, 2, ...Array<number>(200).fill(9)]);
  expect(await generate(request(model))).toMatchObject({ text: "abi", ending: "loop" });
});

test("says when an answer was cut at its longest", async () => {
  const { model } = answering(
    Array.from({ length: 99 }, (_, i) => (i % 25) + 1 + (i > 24 ? 1 : 0)),
  );
  expect(await generate(request(model))).toMatchObject({ ending: "length", answerTokens: 40 });
});

test("stops between two steps of the prompt", async () => {
  const abort = new AbortController();
  const { model, steps, caches } = answering([3]);
  const asked = { ...request(model, abort.signal), onPrefill: () => abort.abort() };
  await expect(generate(asked)).rejects.toMatchObject({ name: "AbortError" });
  expect(steps).toHaveLength(1);
  expect(caches[0]?.isDisposed).toBe(true);
});

test("stops between two tokens", async () => {
  const abort = new AbortController();
  const { model } = answering([3, 1, 20]);
  const onText = vi.fn(() => abort.abort());
  const stopped = generate({ ...request(model, abort.signal), onText });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  expect(onText).toHaveBeenCalledTimes(1);
});

describe("a second question about a page", () => {
  const pageTokens = 900;
  const otherPage = PROMPT.with(10, 6);

  test("reads only what comes behind the page, and answers as if it had read all", async () => {
    const { model, steps } = answering([3, END, 3]);
    const first = await generate({ ...request(model), pageTokens });
    const stepsOfFirst = steps.splice(0);
    const second = await generate({ ...request(model), pageTokens });
    expect(first).toMatchObject({ text: "c", reusedTokens: 0 });
    expect(second).toMatchObject({ text: "c", promptTokens: 1000, reusedTokens: 900 });
    expect(stepsOfFirst.length).toBeGreaterThan(steps.length);
    expect(steps[0]).toBe(PROMPT.length - pageTokens);
  });

  test("reads all of another page, and frees what was kept of the one before", async () => {
    const { model, caches } = answering([3, END, 3]);
    await generate({ ...request(model), pageTokens });
    const second = { ...request(model), promptTokenIds: otherPage, pageTokens };
    expect(await generate(second)).toMatchObject({ reusedTokens: 0 });
    expect(caches.map(({ isDisposed }) => isDisposed)).toEqual([true, false]);
  });

  test("goes on where a stopped job had come to in the page", async () => {
    const { model, caches } = answering([3]);
    const abort = new AbortController();
    const stopped = { ...request(model, abort.signal), pageTokens, onPrefill: () => abort.abort() };
    await expect(generate(stopped)).rejects.toMatchObject({ name: "AbortError" });
    const readTokens = caches[0]?.tokens ?? 0;
    expect(readTokens).toBeGreaterThan(0);
    expect(await generate({ ...request(model), pageTokens })).toMatchObject({
      text: "c",
      reusedTokens: readTokens,
    });
  });

  test("leaves nothing of an answer behind", async () => {
    const { model, caches } = answering([3, 1, 20]);
    await generate({ ...request(model), pageTokens });
    const [page] = caches;
    expect(page?.tokens).toBe(pageTokens);
    expect(page?.branches.map(({ isDisposed }) => isDisposed)).toEqual([true]);
  });

  test("reads a page anew that takes too much memory to be kept", async () => {
    const { model, caches } = answering([3, END, 3], MOST_KEPT_BYTES / 899);
    await generate({ ...request(model), pageTokens });
    expect(caches.map(({ isDisposed }) => isDisposed)).toEqual([true]);
    expect(await generate({ ...request(model), pageTokens })).toMatchObject({ reusedTokens: 0 });
  });
});
