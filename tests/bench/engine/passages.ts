const SENTENCE = "The river rose in the night and the bridge was closed by noon.";
/** How the tokenizer of the models of true shape counts: that sentence, and the rest of a prompt. */
const SENTENCE_TOKENS = 22;
const AROUND_TOKENS = 191;

/** A text that makes a prompt of about `promptTokens`; at least one sentence. */
export function passagesFor(promptTokens: number): string[] {
  const sentences = Math.round((promptTokens - AROUND_TOKENS) / SENTENCE_TOKENS);
  return Array<string>(Math.max(1, sentences)).fill(SENTENCE);
}
