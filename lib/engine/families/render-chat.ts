import type { ChatMessage } from "../../tasks/lay-out-prompt.ts";
import type { Family } from "./family.ts";

/** A model's own chat template. @throws where it refuses the messages. */
export type ChatTemplate = (
  messages: ChatMessage[],
  options: Readonly<Record<string, boolean>>,
) => string;

/** The text of a chat as a model of this family takes it, up to where its answer begins. */
export function renderChat(
  family: Family,
  template: ChatTemplate,
  messages: readonly ChatMessage[],
): string {
  const turns = takesInstructions(family, template) ? [...messages] : asOneTurn(messages);
  return closeThinking(template(turns, family.templateOptions));
}

function takesInstructions(family: Family, template: ChatTemplate): boolean {
  switch (family.instructions) {
    case "own turn":
      return true;
    case "user's turn":
      return false;
    case "not known":
      return keepsInstructions(template, family.templateOptions);
  }
}

/** Some templates refuse instructions, others leave them out without a word. */
function keepsInstructions(template: ChatTemplate, options: Family["templateOptions"]): boolean {
  const instructions = "Answer in one sentence.";
  const trial: ChatMessage[] = [
    { role: "system", content: instructions },
    { role: "user", content: "Why is the sky blue?" },
  ];
  try {
    return template(trial, options).includes(instructions);
  } catch {
    return false; // a refusal, which is what was asked about
  }
}

/** Our instructions first, then the page and the question. */
function asOneTurn(messages: readonly ChatMessage[]): ChatMessage[] {
  return [{ role: "user", content: messages.map(({ content }) => content).join("\n\n") }];
}

/** Some templates open the model's thinking themselves; closed at once, there is none. */
function closeThinking(text: string): string {
  return /<think>\s*$/.test(text) ? `${text.trimEnd()}\n\n</think>\n\n` : text;
}
