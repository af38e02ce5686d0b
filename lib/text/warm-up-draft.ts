import { writeDraft } from "./draft.ts";

/**
 * Writes a draft of a few sentences for nothing. A browser compiles regular expressions at their
 * first use, and those of a draft take 15 ms to compile: three times what the draft of a long
 * article takes. Done while another process reads the page, it costs the reader no time.
 */
export function warmUpDraft(): void {
  const text =
    "The panel opened at 9 a.m. It was “ready” (as ever). Nothing was sent! Was it fast? So Mr. G. said.";
  const kind = "paragraph";
  const passages = [1, 2, 3, 4].map((number) => ({ number, kind, text, place: "" }) as const);
  writeDraft(passages, { language: "en", title: "Warm" });
}
