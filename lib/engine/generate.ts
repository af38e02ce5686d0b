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
  answerTokens: number;
  /** From the start until the first token of the answer is known. */
  prefillMs: number;
  /** From the first token of the answer to the last. */
  decodeMs: number;
}

export interface GenerateRequest {
  model: LanguageModel;
  promptTokenIds: readonly number[];
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
  const cache = request.model.newCache();
  const turns = new MessageTurns();
  try {
    const startMs = performance.now();
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
    turns.end();
    await cache.dispose();
  }
}

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
