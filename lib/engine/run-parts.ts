import { AppError } from "../errors.ts";
import { layOutPrompt } from "../tasks/lay-out-prompt.ts";
import { type Part, splitParts } from "../text/parts.ts";
import { addStats, noStats } from "./add-stats.ts";
import type { JobEvent, JobStats } from "./engine.ts";
import { fitEarlier } from "./fit-earlier.ts";
import { type Generation, generate } from "./generate.ts";
import { jobPrompt, roomTokens, type TaskWork } from "./job-prompt.ts";

/** Of the room for a part, its answer, which may be longer, and wordings to avoid: the part's share. */
const PART_SHARE = 1 / 4;

/** Parts smaller than this lose what they are about. */
const MIN_PART_TOKENS = 32;

type OnEvent = (event: JobEvent) => void;

/**
 * Goes through a text part by part, each with a prompt of its own, and puts the answers together
 * with the white space that stood between the parts. What a part did not end by itself ends all.
 * @throws AppError `cancelled` soon after `signal` aborts; `text-too-long` if no part has room.
 */
export async function runParts(
  work: TaskWork,
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<void> {
  const { job, languageModel, model } = work;
  const mostTokens = partTokens(work);
  const parts = splitParts(job.text.passages.join("\n"), {
    most: mostTokens,
    measure: (text) => languageModel.countTokens(text),
    language: job.text.language,
  });
  const count = job.text.passages.length;
  onEvent({ kind: "started", model, readPassages: count, totalPassages: count });
  const answer: Answer = { text: "", ending: "complete", stats: noStats };
  for (const [index, part] of parts.entries()) {
    onEvent({ kind: "part", number: index + 1, totalParts: parts.length });
    const written = await writePart({ ...work, part, index, mostTokens }, onEvent, signal);
    const before = part.lead + part.text + part.tail;
    const after = part.lead + written.text.trim() + part.tail;
    onEvent({ kind: "part-done", before, after, ending: written.ending });
    addTo(answer, { ...written, text: after });
    if (answer.ending !== "complete") break;
  }
  onEvent({ kind: "done", ...answer });
}

/** What has been written so far. */
interface Answer extends Pick<Generation, "text" | "ending"> {
  stats: JobStats;
}

function addTo(answer: Answer, { text, ending, ...added }: Generation): void {
  answer.text += text;
  answer.ending = ending;
  answer.stats = addStats(answer.stats, added);
}

function partTokens({ job, task, languageModel }: TaskWork): number {
  const prompt = jobPrompt(job, task, true);
  const aroundTokens = languageModel.encodeChat(
    layOutPrompt(prompt, { ...job.text, passages: [] }, [""]),
  ).length;
  const room = roomTokens(languageModel) - aroundTokens;
  const most = Math.floor(Math.min(task.answerTokens / 2, room * PART_SHARE));
  if (most < MIN_PART_TOKENS) throw new AppError("text-too-long", "no room for a part");
  return most;
}

interface PartWork extends TaskWork {
  part: Part;
  index: number;
  mostTokens: number;
}

function writePart(work: PartWork, onEvent: OnEvent, signal: AbortSignal): Promise<Generation> {
  const { job, task, languageModel, part, index, mostTokens } = work;
  const earlier = fitEarlier(job.text.earlier?.[index] ?? [], {
    model: languageModel,
    budgetTokens: mostTokens,
  });
  const prompt = jobPrompt(job, task, earlier.length > 0);
  const text = { ...job.text, passages: [part.text] };
  const promptTokenIds = languageModel.encodeChat(layOutPrompt(prompt, text, earlier));
  return generate({
    model: languageModel,
    promptTokenIds,
    saysAnew: true,
    maxAnswerTokens: 2 * mostTokens,
    onPrefill: (doneTokens) =>
      onEvent({ kind: "prefill", doneTokens, promptTokens: promptTokenIds.length }),
    onText: (piece) => onEvent({ kind: "text", piece }),
    signal,
  });
}
