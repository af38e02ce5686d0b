import type { JobEvent, Notes } from "../engine/engine.ts";

/** What has been noted of a long page, part by part, and by whom. */
export interface PartNotes {
  totalParts: number;
  notes: readonly PartNote[];
  /** Notes of one model, in one language, are of no use to another. */
  madeFor: NotesFor;
}

export interface PartNote {
  /** The heading where the part begins. */
  heading: string | null;
  text: string;
}

export interface NotesFor {
  modelId: string;
  language: string | null;
}

/** The notes after an event of a job; a job that reads in another way leaves none. */
export function nextNotes(
  notes: PartNotes | null,
  event: JobEvent,
  madeFor: NotesFor,
): PartNotes | null {
  if (event.kind === "note" && notes) {
    const { heading, text } = event;
    return { ...notes, notes: [...notes.notes, { heading, text }] };
  }
  if (event.kind !== "started") return notes;
  if (event.way?.kind !== "parts") return null;
  return { totalParts: event.way.totalParts, notes: [], madeFor };
}

/** What the next job can go on from; undefined if nothing. */
export function notesToGoOnFrom(
  notes: PartNotes | null,
  { modelId, language }: NotesFor,
): Notes | undefined {
  if (!notes || notes.madeFor.modelId !== modelId || notes.madeFor.language !== language)
    return undefined;
  return { totalParts: notes.totalParts, texts: notes.notes.map(({ text }) => text) };
}
