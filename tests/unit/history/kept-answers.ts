import type { KeptAnswer } from "../../../lib/history/kept-answer.ts";

/** A summary that was kept, with what a test is about in place of what is usual. */
export function kept(changes: Partial<KeptAnswer> = {}): KeptAnswer {
  return {
    id: "a",
    atMs: Date.UTC(2026, 10, 24, 9, 30),
    question: null,
    text: "The moon pulls the sea.",
    title: "Tides",
    url: "https://sea.example/tides",
    ...changes,
  };
}
