import type { ChatMessage } from "../tasks/lay-out-prompt.ts";
import type { KeptPage } from "./kept-page.ts";

/** What a model remembers of the tokens it has read: its KV cache. */
export interface KvCache {
  /** Tokens read so far. */
  readonly tokens: number;
  /** What it takes of memory. */
  readonly bytes: number;
  /** Another that goes on from here and leaves this one as it is, which must outlive it. */
  branch(): KvCache;
  /** Frees the memory, also on the GPU. */
  dispose(): Promise<void>;
}

/** A chat model in memory. */
export interface LanguageModel {
  /** Prompt and answer together, in tokens. */
  readonly contextTokens: number;
  /** Tokens that end an answer. */
  readonly stopTokenIds: ReadonlySet<number>;
  /** The page it read last. */
  readonly keptPage: KeptPage;
  /** The tokens of a chat up to where the model's answer begins. */
  encodeChat(messages: readonly ChatMessage[]): number[];
  countTokens(text: string): number;
  /** The text of tokens, without special ones. */
  decode(tokenIds: readonly number[]): string;
  newCache(): KvCache;
  /** Reads tokens after those in `cache`, adds them to it, and gives the most likely next one. */
  forward(tokenIds: readonly number[], cache: KvCache): Promise<number>;
}
