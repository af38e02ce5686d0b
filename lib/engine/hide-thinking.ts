const OPENING = "<think>";
const CLOSING = "</think>";

/**
 * Takes away what a model thinks aloud before its answer, `<think>…</think>` at its very beginning,
 * from text that comes in pieces.
 */
export class ThinkingFilter {
  #stage: "start" | "thinking" | "between" | "answer" = "start";
  /** Text of which it is not yet known whether it will be shown. */
  #held = "";

  /** What of the answer can be shown now; empty while the model thinks. */
  push(piece: string): string {
    this.#held += piece;
    if (this.#stage === "start") this.#leaveStart();
    if (this.#stage === "thinking") this.#leaveThinking();
    if (this.#stage === "between") this.#leaveBetween();
    return this.#stage === "answer" ? this.flush() : "";
  }

  /** What is left at the end of an answer; a thought that never ended is not shown. */
  flush(): string {
    const shown = this.#stage === "start" || this.#stage === "answer" ? this.#held : "";
    this.#held = "";
    return shown;
  }

  #leaveStart(): void {
    const text = this.#held.trimStart();
    if (text.startsWith(OPENING)) this.#stage = "thinking";
    else if (!OPENING.startsWith(text)) this.#stage = "answer";
  }

  #leaveThinking(): void {
    const end = this.#held.indexOf(CLOSING);
    if (end < 0) return;
    this.#held = this.#held.slice(end + CLOSING.length);
    this.#stage = "between";
  }

  #leaveBetween(): void {
    this.#held = this.#held.trimStart();
    if (this.#held) this.#stage = "answer";
  }
}

/** A whole answer without what the model thought before it. */
export function withoutThinking(text: string): string {
  const filter = new ThinkingFilter();
  return filter.push(text) + filter.flush();
}
