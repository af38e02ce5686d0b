import { layOutPrompt } from "../tasks/lay-out-prompt.ts";
import type { Prompt, TaskText } from "../tasks/task.ts";
import { countSameTokens } from "./count-same-tokens.ts";
import type { JobEvent } from "./engine.ts";
import { generate } from "./generate.ts";
import type { TaskWork } from "./job-prompt.ts";

/** A text that fits one prompt, and what is asked about it. */
interface Asked extends Pick<TaskWork, "languageModel" | "task"> {
  text: TaskText;
  prompt: Prompt;
  /** Wordings of the text that the reader wants no more. */
  earlier?: readonly string[];
}

/** Writes the answer to one prompt, and keeps what was read before the question for the next one. */
export async function answerText(
  { languageModel, task, text, prompt, earlier = [] }: Asked,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<Extract<JobEvent, { kind: "done" }>> {
  const beforeQuestion = languageModel.encodeChat(layOutPrompt({ ...prompt, question: "" }, text));
  const promptTokenIds = languageModel.encodeChat(layOutPrompt(prompt, text, earlier));
  const {
    text: answer,
    ending,
    ...stats
  } = await generate({
    model: languageModel,
    promptTokenIds,
    pageTokens: countSameTokens(promptTokenIds, beforeQuestion),
    maxAnswerTokens: task.answerTokens,
    onPrefill: (doneTokens) =>
      onEvent({ kind: "prefill", doneTokens, promptTokens: promptTokenIds.length }),
    onText: (piece) => onEvent({ kind: "text", piece }),
    signal,
  });
  return { kind: "done", text: answer, ending, stats };
}
