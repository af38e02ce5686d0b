import { pageInstructions } from "./page-instructions.ts";
import { defineTask } from "./task.ts";

const shapes = {
  "key points": "a list of three to six key points, each one short sentence beginning with “- ”",
  "short text": "one paragraph of three to five sentences",
} as const;

export default defineTask({
  id: "summarize",
  title: "Summarize",
  answerTokens: 384,
  longText: "choose-passages",
  options: {
    kind: { label: "Kind", choices: ["key points", "short text"], default: "key points" },
  },
  prompt({ kind }, { language }) {
    const shape = shapes[kind];
    return {
      instructions: pageInstructions,
      question: `Summarize the page above as ${shape}. Write in ${language ?? "the page's language"}.`,
    };
  },
});
