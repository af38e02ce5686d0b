import type { KvCache } from "./language-model.ts";
import { countSameTokens } from "./count-same-tokens.ts";

/**
 * A page's cache beyond this is not kept: beside what an answer takes, it could be more than there
 * is. 2,000 tokens are 90 MB for SmolLM2-135M and 290 MB for a model of four billion parameters.
 */
export const MOST_KEPT_BYTES = 2 ** 28;

/**
 * What a model remembers of the page it read last, so that the next question about it need not read
 * it again. One page, in the worker's memory only; another page takes its place.
 *
 * A page's cache is not cut to fit another prompt, which the state of some architectures does not
 * allow; it is used for prompts that begin with all that it has read.
 */
export class KeptPage {
  #tokenIds: readonly number[] = [];
  #cache: KvCache | null = null;

  /**
   * The cache to read a page's tokens into, which are those before the question. It has read
   * already what it can have; a page that was begun and stopped goes on where it was.
   */
  async open(tokenIds: readonly number[], newCache: () => KvCache): Promise<KvCache> {
    const cache =
      this.#cache && this.#hasRead(tokenIds) ? this.#cache : await this.#renew(newCache);
    this.#tokenIds = tokenIds;
    return cache;
  }

  /**
   * A cache that goes on from the page that was opened, for one question. The page's own, which is
   * then not kept, if that takes more than `MOST_KEPT_BYTES`.
   */
  goOn(page: KvCache): KvCache {
    if (page.bytes <= MOST_KEPT_BYTES) return page.branch();
    this.#cache = null;
    return page;
  }

  #hasRead(tokenIds: readonly number[]): boolean {
    return countSameTokens(this.#tokenIds, tokenIds) >= (this.#cache?.tokens ?? 0);
  }

  async #renew(newCache: () => KvCache): Promise<KvCache> {
    await this.#cache?.dispose();
    this.#cache = newCache();
    return this.#cache;
  }
}
