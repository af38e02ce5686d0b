import type { Timing } from "./timing.ts";

export interface BareModel {
  loadMs: number;
  run(same: { promptTokens: number; passes: number }): Promise<Timing>;
}

/**
 * Runs in the page, so it holds all it needs: the plainest use of ONNX Runtime that is fast. The
 * prompt in one pass with the logits of its last token only, then one token a pass, the tensors of
 * the cache handed back as they came.
 */
export async function openBareModel(threads: number): Promise<BareModel> {
  const startMs = performance.now();
  if (!crossOriginIsolated) throw new Error("the page is not isolated, so it has no threads");
  const runtimeUrl = "/ort/ort.wasm.min.mjs";
  const ort: typeof import("onnxruntime-web/wasm") = await import(runtimeUrl);
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = "/ort/";
  const weights = await (await fetch("/model.onnx")).arrayBuffer();
  const session = await ort.InferenceSession.create(weights, { executionProviders: ["wasm"] });
  const loadMs = performance.now() - startMs;

  type Feeds = import("onnxruntime-web/wasm").InferenceSession.FeedsType;
  type Tensor = import("onnxruntime-web/wasm").Tensor;
  const emptyCache = Object.fromEntries(
    session.inputMetadata.flatMap((input) => {
      if (!input.isTensor || !input.name.startsWith("past_key_values")) return [];
      const [, heads, , size] = input.shape.map(Number);
      return [[input.name, new ort.Tensor("float32", [], [1, heads ?? 0, 0, size ?? 0])]];
    }),
  );

  async function forward(ids: readonly number[], past: Feeds, pastTokens: number) {
    const int64 = (values: readonly bigint[], dims: readonly number[]) =>
      new ort.Tensor("int64", BigInt64Array.from(values), dims);
    const count = ids.length;
    const feeds: Feeds = {
      ...past,
      input_ids: int64(ids.map(BigInt), [1, count]),
      attention_mask: new ort.Tensor("int64", new BigInt64Array(pastTokens + count).fill(1n), [
        1,
        pastTokens + count,
      ]),
      position_ids: int64(
        ids.map((_, at) => BigInt(pastTokens + at)),
        [1, count],
      ),
      num_logits_to_keep: int64([1n], []),
    };
    const outputs = await session.run(feeds);
    const cache: Feeds = Object.fromEntries(
      Object.entries(outputs)
        .filter(([name]) => name.startsWith("present"))
        .map(([name, tensor]) => [name.replace("present", "past_key_values"), tensor]),
    );
    return { next: argmax(outputs["logits"]), cache };
  }

  function argmax(logits: Tensor | undefined): number {
    if (!(logits?.data instanceof Float32Array)) throw new Error("the model gave no logits");
    const { data } = logits;
    let best = 0;
    for (let at = 1; at < data.length; at++) if ((data[at] ?? 0) > (data[best] ?? 0)) best = at;
    return best;
  }

  return {
    loadMs,
    async run({ promptTokens, passes }) {
      const prompt = Array.from({ length: promptTokens }, (_, at) => 300 + ((at * 37) % 400));
      const startMs = performance.now();
      let { next, cache } = await forward(prompt, emptyCache, 0);
      const prefillMs = performance.now() - startMs;
      const passMs: number[] = [];
      for (let pass = 0; pass < passes; pass++) {
        const startMs = performance.now();
        ({ next, cache } = await forward([next], cache, promptTokens + pass));
        passMs.push(performance.now() - startMs);
      }
      return { promptTokens, prefillMs, passMs };
    },
  };
}
