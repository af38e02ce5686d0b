import { AppError } from "../errors.ts";
import { layOutPrompt } from "../tasks/lay-out-prompt.ts";
import { taskById } from "../tasks/registry.ts";
import type { Task, TaskText } from "../tasks/task.ts";
import { rankPassages } from "../text/rank-passages.ts";
import { answerText } from "./answer-text.ts";
import type { TokensPerSecond } from "./choose-way.ts";
import type { Job, JobEvent } from "./engine.ts";
import { fitEarlier } from "./fit-earlier.ts";
import { fitToQuestion } from "./fit-to-question.ts";
import { fitPassages } from "./fit-passages.ts";
import { jobPrompt, roomTokens, type TaskWork } from "./job-prompt.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Work } from "./model-worker.ts";
import { pickPassages } from "./pick-passages.ts";
import { runBestWay } from "./run-best-way.ts";
import { runParts } from "./run-parts.ts";

/**
 * Runs a job on a model: builds the prompt, chooses what of the text fits or goes through it part
 * by part, as the task wants, and writes the answer.
 * @throws AppError `cancelled` soon after `signal` aborts; `text-too-long` if not even one passage
 * fits.
 */
export async function runJob(
  work: Work & { languageModel: LanguageModel; speed?: TokensPerSecond | null },
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const task = taskById(work.job.taskId);
  const { longText } = task;
  switch (longText) {
    case "choose-passages":
    case "nearest-passages":
      return runOnChosen({ ...work, task }, onEvent, signal);
    case "each-part":
      return runParts({ ...work, task }, onEvent, signal);
    default:
      return runBestWay({ ...work, task, notesOfParts: longText }, onEvent, signal);
  }
}

/** Of the room for prompt and answer, what wordings to avoid may take: the text comes first. */
const EARLIER_SHARE = 1 / 4;

/** One prompt, with the most telling of what it can hold. */
async function runOnChosen(
  { job, model: loaded, languageModel, task }: TaskWork,
  onEvent: (event: JobEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const earlier = fitEarlier(job.text.earlier?.[0] ?? [], {
    model: languageModel,
    budgetTokens: roomTokens(languageModel) * EARLIER_SHARE,
  });
  const prompt = jobPrompt(job, task, earlier.length > 0);
  const encode = (text: TaskText) => languageModel.encodeChat(layOutPrompt(prompt, text, earlier));
  const text = fitText(job, task, { model: languageModel, encode });
  onEvent({
    kind: "started",
    model: loaded,
    readPassages: text.passages.length,
    totalPassages: job.text.passages.length,
  });
  onEvent(await answerText({ languageModel, task, text, prompt, earlier }, onEvent, signal));
}

/** The text as it is if it fits the prompt, else what the task wants of its passages. */
function fitText(
  { text, instruction = "" }: Job,
  task: Task,
  { model, encode }: { model: LanguageModel; encode: (text: TaskText) => number[] },
): TaskText {
  const aroundTokens = encode({ ...text, passages: [] }).length;
  const room = { model, budgetTokens: roomTokens(model) - task.answerTokens - aroundTokens };
  const chosen =
    task.longText === "nearest-passages"
      ? fitToQuestion(text, instruction, room)
      : fitPassages(text.passages, rankPassages(text.passages), room);
  if (chosen.length === 0) throw new AppError("text-too-long", "no passage fits the prompt");
  return pickPassages(text, chosen);
}
