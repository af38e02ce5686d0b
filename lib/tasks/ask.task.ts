import { pageInstructions } from "./page-instructions.ts";
import { defineTask } from "./task.ts";

export default defineTask({
  id: "ask",
  title: "Ask",
  answerTokens: 256,
  longText: "nearest-passages",
  options: {},
  prompt(_chosen, { language, instruction }) {
    const answerLanguage = language ?? "the question's language";
    return {
      instructions: pageInstructions,
      // few words: all that comes behind the page, an earlier question too, is read for each question
      question: `Answer from the page, in ${answerLanguage}:\n${instruction}`,
    };
  },
});
