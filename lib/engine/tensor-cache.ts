import type { Tensor } from "@huggingface/transformers";
import type { KvCache } from "./language-model.ts";

/** The tensors that a pass gives back and the next one takes. */
export class TensorCache implements KvCache {
  tokens = 0;
  /** By the names that the model's graph takes them under; null before the first pass. */
  entries: Record<string, Tensor> | null = null;
  /** Whether the tensors are those of the cache that this one branched off, which frees them. */
  #isBorrowed = false;

  get bytes(): number {
    return Object.values(this.entries ?? {}).reduce((sum, tensor) => sum + bytesOf(tensor), 0);
  }

  branch(): TensorCache {
    const branch = new TensorCache();
    branch.tokens = this.tokens;
    branch.entries = this.entries;
    branch.#isBorrowed = true;
    return branch;
  }

  /** Takes what a pass over `addedTokens` gave in place of what the pass before gave. */
  async update(outputs: Record<string, Tensor>, addedTokens: number): Promise<void> {
    const old = this.#isBorrowed ? null : this.entries;
    this.#isBorrowed = false;
    this.entries = Object.fromEntries(
      Object.entries(outputs)
        .filter(([name]) => name.startsWith("present"))
        .map(([name, tensor]) => [pastName(name), tensor]),
    );
    this.tokens += addedTokens;
    await disposeOnGpu(old);
  }

  async dispose(): Promise<void> {
    if (!this.#isBorrowed) await disposeOnGpu(this.entries);
    this.entries = null;
  }
}

/** `present.0.key` comes back as `past_key_values.0.key`; other kinds of state as `past_…`. */
function pastName(name: string): string {
  return name.startsWith("present.")
    ? name.replace("present", "past_key_values")
    : name.replace("present", "past");
}

/** Keys, values and states are floats of 16 or 32 bits. */
function bytesOf({ size, type }: Tensor): number {
  return size * (type === "float16" ? 2 : 4);
}

/** What lies in WASM's memory is collected; what lies on the GPU has to be given back. */
async function disposeOnGpu(entries: Record<string, Tensor> | null): Promise<void> {
  const tensors = Object.values(entries ?? {}).filter(({ location }) => location === "gpu-buffer");
  await Promise.all(tensors.map((tensor) => tensor.dispose()));
}
