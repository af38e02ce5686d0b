import type { KvCache } from "../../../lib/engine/language-model.ts";

/** A cache that only counts tokens. As strict as the real one: nothing goes on from it once it is freed. */
export class CountingCache implements KvCache {
  tokens = 0;
  isDisposed = false;
  readonly branches: CountingCache[] = [];
  readonly #bytesPerToken: number;
  readonly #trunk: CountingCache | null;

  constructor(bytesPerToken = 1, trunk: CountingCache | null = null) {
    this.#bytesPerToken = bytesPerToken;
    this.#trunk = trunk;
  }

  get bytes(): number {
    return this.tokens * this.#bytesPerToken;
  }

  branch(): CountingCache {
    const branch = new CountingCache(this.#bytesPerToken, this);
    branch.tokens = this.tokens;
    this.branches.push(branch);
    return branch;
  }

  read(tokens: number): void {
    if (this.isDisposed || this.#trunk?.isDisposed) throw new Error("this cache is freed");
    this.tokens += tokens;
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
  }
}

/** A cache that a double of a model has made. @throws TypeError for any other. */
export function counting(cache: KvCache): CountingCache {
  if (!(cache instanceof CountingCache)) throw new TypeError("a cache of another model");
  return cache;
}
