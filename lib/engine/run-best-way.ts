import { AppError } from "../errors.ts";
import { layOutPrompt } from "../tasks/lay-out-prompt.ts";
import type { Prompt, TaskText } from "../tasks/task.ts";
import { splitParts } from "../text/parts.ts";
import { cutIntoParts, type Piece } from "../text/reading-parts.ts";
import { addStats } from "./add-stats.ts";
import { answerText } from "./answer-text.ts";
import { chooseWay } from "./choose-way.ts";
import type { JobEvent, ReadingWay } from "./engine.ts";
import { jobPrompt, roomTokens } from "./job-prompt.ts";
import { type NotesWork, takeNotes } from "./take-notes.ts";
import { countSections, type SectionCount } from "./count-sections.ts";
import { pickPassages } from "./pick-passages.ts";
import { selectPassages } from "./select-passages.ts";

type OnEvent = (event: JobEvent) => void;

/** A line end, and the mark before a heading. */
const LINE_TOKENS = 1;
const HEADING_TOKENS = 2;

/**
 * Reads a text in the best way that this machine and the reader's wish allow, and says which: whole
 * in one prompt; its most telling passages; or part by part, where the answer is made of what was
 * noted of each. Every passage is counted once, so the cost grows with the length of the text.
 * @throws AppError `cancelled` soon after `signal` aborts; `text-too-long` if not even one passage
 * fits.
 */
export async function runBestWay(
  work: NotesWork,
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<void> {
  const { job, model, task, notesOfParts, speed = null } = work;
  const { passages } = job.text;
  const prompt = jobPrompt(job, task);
  const roomForText = roomBeside(work, prompt, task.answerTokens);
  const measured = { text: job.text, passageTokens: tokensOfEach(work, job.text) };
  const pieces = piecesOf(work, measured, roomForText);
  const parts = cutIntoParts(pieces, roomForText);
  const way = chooseWay({
    textTokens: pieces.reduce((sum, { tokens }) => sum + tokens, 0),
    promptTokens: roomForText,
    totalParts: parts.length,
    noteTokens: notesOfParts.noteTokens,
    readsAll: job.readsAll === true || job.notes?.totalParts === parts.length,
    speed,
  });
  const start = (readPassages: number, way: ReadingWay) =>
    onEvent({ kind: "started", model, readPassages, totalPassages: passages.length, way });
  switch (way.kind) {
    case "whole":
      start(passages.length, way);
      return onEvent(await answerText({ ...work, text: job.text, prompt }, onEvent, signal));
    case "selection": {
      const { kind, fullSeconds, budgetTokens } = way;
      const { text, sections } = selectFrom(measured, budgetTokens);
      start(text.passages.length, { kind, fullSeconds, ...sections });
      return onEvent(await answerText({ ...work, text, prompt }, onEvent, signal));
    }
    case "parts": {
      start(passages.length, way);
      const { text, stats } = await takeNotes({ ...work, parts, roomForText }, onEvent, signal);
      const done = await answerText({ ...work, text, prompt }, onEvent, signal);
      return onEvent({ ...done, stats: addStats(stats, done.stats) });
    }
  }
}

/** Tokens that a prompt leaves for the text, with room for an answer kept. */
function roomBeside(
  { job, languageModel }: NotesWork,
  prompt: Prompt,
  answerTokens: number,
): number {
  const around = layOutPrompt(prompt, { ...job.text, passages: [], headings: [] });
  const aroundTokens = languageModel.encodeChat(around).length;
  const room = roomTokens(languageModel) - answerTokens - aroundTokens;
  if (room < FEWEST_ROOM_TOKENS) throw new AppError("text-too-long", "no room for a text");
  return room;
}

/** With less there is no sense in reading: notes must come out shorter than what they are of. */
const FEWEST_ROOM_TOKENS = 200;

/** What each passage costs of a prompt. */
function tokensOfEach({ languageModel }: NotesWork, { passages, headings }: TaskText): number[] {
  const isHeading = new Set(headings);
  return passages.map((passage, at) => {
    const mark = isHeading.has(at) ? HEADING_TOKENS : 0;
    return languageModel.countTokens(passage) + LINE_TOKENS + mark;
  });
}

interface Measured {
  text: TaskText;
  passageTokens: readonly number[];
}

/** The passages as pieces; one that is longer than a prompt is cut at its sentences. */
function piecesOf(
  { languageModel }: NotesWork,
  { text, passageTokens }: Measured,
  mostTokens: number,
): Piece[] {
  const isHeading = new Set(text.headings);
  const measure = (line: string) => languageModel.countTokens(line) + LINE_TOKENS;
  return text.passages.flatMap((passage, at) => {
    const tokens = passageTokens[at] ?? 0;
    if (tokens <= mostTokens) return { text: passage, isHeading: isHeading.has(at), tokens };
    const sentences = splitParts(passage, { most: mostTokens, measure, language: text.language });
    return sentences.map((part) => ({
      text: part.text,
      isHeading: false,
      tokens: measure(part.text),
    }));
  });
}

/** @throws AppError `text-too-long` if not even one passage fits. */
function selectFrom(
  { text, passageTokens }: Measured,
  budgetTokens: number,
): { text: TaskText; sections: SectionCount } {
  const { passages, headings = [] } = text;
  const chosen = selectPassages({ passages, headings, passageTokens, budgetTokens });
  if (chosen.length === 0) throw new AppError("text-too-long", "no passage fits the prompt");
  return { text: pickPassages(text, chosen), sections: countSections(chosen, headings) };
}
