import type { Prompt, TaskText } from "./task.ts";

/** A message of a chat, as chat templates take it. */
export interface ChatMessage {
  role: "system" | "user";
  content: string;
}

/**
 * The chat for a prompt about a text, laid out instructions, page, question: a second question
 * about the same page then begins with the same tokens, whose KV cache can be used again.
 */
export function layOutPrompt(prompt: Prompt, text: TaskText): ChatMessage[] {
  const page = text.passages.map(asData).join("\n");
  return [
    { role: "system", content: prompt.instructions },
    {
      role: "user",
      content: `Title: ${asData(text.title)}\n\n<page>\n${page}\n</page>\n\n${prompt.question}`,
    },
  ];
}

/** Keeps a text from ending the page early: whatever follows `</page>` would pass for ours. */
function asData(text: string): string {
  return text.replaceAll(/<(\/?)page>/gi, "($1page)");
}
