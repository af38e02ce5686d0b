import type { Prompt, TaskText } from "./task.ts";

/** A message of a chat, as chat templates take it. */
export interface ChatMessage {
  role: "system" | "user";
  content: string;
}

/**
 * The chat for a prompt about a text, laid out instructions, page, question: a second question
 * about the same page then begins with the same tokens, whose KV cache can be used again.
 * `earlier` is what earlier jobs gave: as much data as the text itself.
 */
export function layOutPrompt(
  prompt: Prompt,
  text: TaskText,
  earlier: readonly string[] = [],
): ChatMessage[] {
  const title = text.title === "" ? [] : [`Title: ${asData(text.title)}`];
  const page = `<page>\n${passageLines(text).join("\n")}\n</page>`;
  const wordings = earlier.map((wording) => `<earlier>\n${asData(wording)}\n</earlier>`);
  return [
    { role: "system", content: prompt.instructions },
    { role: "user", content: [...title, page, ...wordings, prompt.question].join("\n\n") },
  ];
}

/** The passages as the prompt holds them; a heading is marked as Markdown does. */
function passageLines({ passages, headings = [] }: TaskText): string[] {
  const isHeading = new Set(headings);
  return passages.map((passage, at) => `${isHeading.has(at) ? "## " : ""}${asData(passage)}`);
}

/** Keeps a text from ending the page early: whatever follows `</page>` would pass for ours. */
function asData(text: string): string {
  return text.replaceAll(/<(\/?)(page|earlier)>/gi, "($1$2)");
}
