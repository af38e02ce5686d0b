import type { ReadingWay } from "./engine.ts";

/** Tokens of a prompt read and of an answer written in a second. */
export interface TokensPerSecond {
  read: number;
  write: number;
}

/** A reader who would wait longer for the first words is shown what the most telling passages say. */
const BEARABLE_SECONDS = 60;

/** Less than this is no page any more, however slow the machine is. */
const FEWEST_TOKENS = 400;

/** What is to be read, and with what. */
export interface ToRead {
  textTokens: number;
  /** What one prompt can hold of the text. */
  promptTokens: number;
  /** Parts that all of the text would make, and what a note of each may cost. */
  totalParts: number;
  noteTokens: number;
  /** Whether the reader has asked for all of it, however long it takes. */
  readsAll: boolean;
  /** How fast the model is here; null where nobody knows yet. */
  speed: TokensPerSecond | null;
}

/** How to read a text, and how many tokens of it at most where not all is read. */
export type ChosenWay =
  | Exclude<ReadingWay, { kind: "selection" }>
  | { kind: "selection"; fullSeconds: number | null; budgetTokens: number };

/**
 * Whole in one prompt or part by part where that is bearable here, or wished; else a selection. Of
 * a machine that nobody has measured it is taken that it reads one prompt in a bearable time.
 */
export function chooseWay(text: ToRead): ChosenWay {
  const { textTokens, promptTokens, totalParts, readsAll, speed } = text;
  const fullSeconds = secondsForAll(text);
  const isBearable = readsAll || (fullSeconds ?? 0) <= BEARABLE_SECONDS;
  if (textTokens <= promptTokens && isBearable) return { kind: "whole" };
  if (readsAll || (fullSeconds !== null && isBearable)) return { kind: "parts", totalParts };
  const bearableTokens = speed ? Math.round(speed.read * BEARABLE_SECONDS) : promptTokens;
  const budgetTokens = Math.min(promptTokens, Math.max(FEWEST_TOKENS, bearableTokens));
  return { kind: "selection", fullSeconds, budgetTokens };
}

/** Until the first word of the answer, when all of the text is read. */
function secondsForAll({ speed, ...text }: ToRead): number | null {
  if (!speed) return null;
  const readingSeconds = text.textTokens / speed.read;
  if (text.textTokens <= text.promptTokens) return readingSeconds;
  const notesTokens = text.totalParts * text.noteTokens;
  return readingSeconds + notesTokens / speed.write + notesTokens / speed.read;
}
