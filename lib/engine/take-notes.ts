import { layOutPrompt } from "../tasks/lay-out-prompt.ts";
import type { NotesOfParts, TaskText } from "../tasks/task.ts";
import { cutIntoParts, type Piece, type ReadingPart } from "../text/reading-parts.ts";
import { addStats, noStats } from "./add-stats.ts";
import type { TokensPerSecond } from "./choose-way.ts";
import type { JobEvent, JobStats } from "./engine.ts";
import { generate } from "./generate.ts";
import { circumstancesOf, type TaskWork } from "./job-prompt.ts";

/** A job on a text that may be too long for one prompt. */
export interface NotesWork extends TaskWork {
  notesOfParts: NotesOfParts;
  /** Null or left out where nobody knows how fast the model is. */
  speed?: TokensPerSecond | null;
}

interface PartsWork extends NotesWork {
  parts: readonly ReadingPart[];
  /** What one prompt can hold of a text, in tokens. */
  roomForText: number;
}

/** The same with some of the text, or of the notes, that are to be noted. */
interface PieceWork extends PartsWork {
  pieces: readonly Piece[];
}

type OnEvent = (event: JobEvent) => void;

/**
 * Notes what each part says, and gives the notes as a text that fits one prompt. Notes that were
 * taken before are told again and not written again; notes that are too many are noted in turn.
 */
export async function takeNotes(
  work: PartsWork,
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<{ text: TaskText; stats: JobStats }> {
  const { job, parts, roomForText } = work;
  const earlier = job.notes?.totalParts === parts.length ? job.notes.texts : [];
  const notes: Noted[] = [];
  let stats = noStats;
  for (const [index, { heading, pieces }] of parts.entries()) {
    const kept = earlier[index];
    if (kept === undefined) {
      onEvent({ kind: "part", number: index + 1, totalParts: parts.length });
      const written = await writeNote({ ...work, pieces }, onEvent, signal);
      stats = addStats(stats, written);
      notes.push({ heading, text: written.text.trim() });
    } else notes.push({ heading, text: kept });
    onEvent({ kind: "note", heading, text: notes.at(-1)?.text ?? "" });
  }
  let pieces = piecesOf(work, notes);
  while (tokensOf(pieces) > roomForText) {
    const shorter = await noteNotes({ ...work, pieces }, onEvent, signal);
    stats = addStats(stats, shorter.stats);
    pieces = shorter.pieces;
  }
  return { text: textOf(work, pieces), stats };
}

interface Noted {
  heading: string | null;
  text: string;
}

/** Notes of notes: at most a few for each prompt full of them. */
async function noteNotes(
  { pieces, ...work }: PieceWork,
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<{ pieces: Piece[]; stats: JobStats }> {
  const notes: Noted[] = [];
  let stats = noStats;
  for (const part of cutIntoParts(pieces, work.roomForText)) {
    const written = await writeNote({ ...work, pieces: part.pieces }, onEvent, signal);
    stats = addStats(stats, written);
    notes.push({ heading: null, text: written.text.trim() });
  }
  return { pieces: piecesOf(work, notes), stats };
}

function writeNote({ pieces, ...work }: PieceWork, onEvent: OnEvent, signal: AbortSignal) {
  const { job, languageModel, notesOfParts } = work;
  const prompt = notesOfParts.note(circumstancesOf(job, false));
  const promptTokenIds = languageModel.encodeChat(layOutPrompt(prompt, textOf(work, pieces)));
  return generate({
    model: languageModel,
    promptTokenIds,
    maxAnswerTokens: notesOfParts.noteTokens,
    onPrefill: (doneTokens) =>
      onEvent({ kind: "prefill", doneTokens, promptTokens: promptTokenIds.length }),
    onText: () => {}, // a note is shown when it is complete
    signal,
  });
}

/** Notes under the headings of the parts that they are of, each heading once. */
function piecesOf({ languageModel }: PartsWork, notes: readonly Noted[]): Piece[] {
  const piece = (text: string, isHeading: boolean): Piece => ({
    text,
    isHeading,
    tokens: languageModel.countTokens(text) + MARK_TOKENS,
  });
  return notes.flatMap(({ heading, text }, at) => {
    if (text === "") return [];
    const isNew = heading !== null && heading !== notes[at - 1]?.heading;
    return [...(isNew ? [piece(heading, true)] : []), piece(text, false)];
  });
}

/** A line end, and the mark before a heading. */
const MARK_TOKENS = 3;

function tokensOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { tokens }) => sum + tokens, 0);
}

function textOf({ job: { text } }: PartsWork, pieces: readonly Piece[]): TaskText {
  return {
    title: text.title,
    language: text.language,
    passages: pieces.map((piece) => piece.text),
    headings: pieces.flatMap(({ isHeading }, at) => (isHeading ? at : [])),
  };
}
