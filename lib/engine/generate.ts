import { findLoop } from "./find-loop.ts";
import { ThinkingFilter, withoutThinking } from "./hide-thinking.ts";
import type { KvCache, LanguageModel } from "./language-model.ts";
import { MessageTurns } from "./message-turns.ts";
import { PrefillPace } from "./prefill-pace.ts";
import { TokenDecoder } from "./token-decoder.ts";

/** An answer and how it came about. Times are in milliseconds. */
export interface Generation {
  text: string;
  ending: "complete" | "length" | "loop";
  promptTokens: number;
  /** Of the prompt, what an earlier job had read. */
  reusedTokens: number;
  answerTokens: number;
  /** From the start until the first token of the answer is known. */
  prefillMs: number;
  /** From the first token of the answer to the last. */
  decodeMs: number;
}

export interface GenerateRequest {
  model: LanguageModel;
  promptTokenIds: readonly number[];
  /** Tokens before the question, which are kept for the next one; left out, nothing is kept. */
  pageTokens?: number;
  /** Whether the answer says anew what the prompt holds, and so may repeat itself as that does. */
  saysAnew?: boolean;
  maxAnswerTokens: number;
  onPrefill(doneTokens: number): void;
  onText(piece: string): void;
  signal: AbortSignal;
}

/**
 * Writes an answer, always taking the most likely token. The prompt is read in steps, with a chance
 * to stop between them and between tokens.
 * @throws DOMException `AbortError` soon after `signal` aborts.
 */
export async function generate(request: GenerateRequest): Promise<Generation> {
  const turns = new MessageTurns();
  try {
    const startMs = performance.now();
    const { cache, reusedTokens } = await readPage(request, turns);
    return { ...(await answer(request, { cache, turns, startMs })), reusedTokens };
  } finally {
    turns.end();
  }
}

/** A cache that has read what comes before the question, by itself or in an earlier job. */
async function readPage(
  request: GenerateRequest,
  turns: MessageTurns,
): Promise<{ cache: KvCache; reusedTokens: number }> {
  const { model, promptTokenIds, pageTokens = 0 } = request;
  if (pageTokens === 0) return { cache: model.newCache(), reusedTokens: 0 };
  const page = promptTokenIds.slice(0, pageTokens);
  const cache = await model.keptPage.open(page, () => model.newCache());
  const reusedTokens = cache.tokens;
  await prefill({ ...request, promptTokenIds: page }, cache, turns);
  return { cache: model.keptPage.goOn(cache), reusedTokens };
}

interface Progress {
  cache: KvCache;
  turns: MessageTurns;
  startMs: number;
}

/** Reads the rest of the prompt into `cache`, which then goes, and writes the answer. */
async function answer(
  request: GenerateRequest,
  { cache, turns, startMs }: Progress,
): Promise<Omit<Generation, "reusedTokens">> {
  try {
    const first = await prefill(request, cache, turns);
    const prefillMs = performance.now() - startMs;
    const { tokenIds, text, ending } = await decode({ ...request, first }, cache, turns);
    return {
      text,
      ending,
      promptTokens: request.promptTokenIds.length,
      answerTokens: tokenIds.length,
      prefillMs,
      decodeMs: performance.now() - startMs - prefillMs,
    };
  } finally {
    await cache.dispose();
  }
}

/** Reads what `cache` has not read of the prompt; gives the token that comes after it. */
async function prefill(
  request: GenerateRequest,
  cache: KvCache,
  turns: MessageTurns,
): Promise<number> {
  const { model, promptTokenIds, onPrefill, signal } = request;
  const pace = new PrefillPace();
  let next = -1;
  while (cache.tokens < promptTokenIds.length) {
    await turns.letMessagesIn();
    signal.throwIfAborted();
    const stepTokens = pace.nextStep(promptTokenIds.length - cache.tokens);
    const step = promptTokenIds.slice(cache.tokens, cache.tokens + stepTokens);
    const startMs = performance.now();
    next = await model.forward(step, cache);
    pace.record(step.length, performance.now() - startMs);
    onPrefill(cache.tokens);
  }
  return next;
}

type Decoded = Pick<Generation, "text" | "ending"> & { tokenIds: number[] };

async function decode(
  request: GenerateRequest & { first: number },
  cache: KvCache,
  turns: MessageTurns,
): Promise<Decoded> {
  const { model, first, maxAnswerTokens, onText, signal } = request;
  const source = request.saysAnew ? request.promptTokenIds : [];
  const decoder = new TokenDecoder((ids) => model.decode(ids));
  const thinking = new ThinkingFilter();
  const tokenIds: number[] = [];
  let text = "";
  const rest = () => thinking.push(decoder.flush()) + thinking.flush();
  for (let next = first; !model.stopTokenIds.has(next);) {
    tokenIds.push(next);
    const piece = thinking.push(decoder.push(next));
    text += piece;
    if (piece) onText(piece);
    const keptTokens = findLoop(tokenIds, source);
    if (keptTokens !== null) {
      const kept = model.decode(tokenIds.slice(0, keptTokens));
      return { tokenIds, text: withoutThinking(kept).trim(), ending: "loop" };
    }
    if (tokenIds.length >= maxAnswerTokens)
      return { tokenIds, text: text + rest(), ending: "length" };
    await turns.letMessagesIn();
    signal.throwIfAborted();
    next = await model.forward([next], cache);
  }
  return { tokenIds, text: text + rest(), ending: "complete" };
}
