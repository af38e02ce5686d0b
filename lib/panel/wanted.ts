import type { OwnTask } from "../tasks/own-task.ts";
import { type RewriteKind, rewriteTitles } from "../tasks/rewrite.task.ts";
import type { RewriteWay } from "../tasks/rewrite-way.ts";

/** How a text is to be rewritten, with all that it takes to ask for it. */
export type Wanted =
  | { kind: Exclude<RewriteKind, "own"> }
  /** In the reader's own words, which are empty until they are typed. */
  | { kind: "own"; words: string }
  | { kind: "own-task"; task: OwnTask };

/** What is kept of the reader's ways to rewrite. */
export interface KeptWays {
  readOwnTasks(): Promise<readonly OwnTask[]>;
  /** The way of the last time; null if there was none. */
  readLastWay(): Promise<RewriteWay | null>;
  keepLastWay(way: RewriteWay): Promise<void>;
  /** The reader's own words of the last time, while the browser runs; empty if there were none. */
  readLastWords(): Promise<string>;
  keepLastWords(words: string): Promise<void>;
}

/**
 * What a way stands for; null is that of the last time, with the words of that time. Null if there
 * was none, or if it was a task that is no longer kept: the reader has then to choose.
 */
export async function findWanted(
  way: RewriteWay | null,
  words: string,
  kept: Pick<KeptWays, "readOwnTasks" | "readLastWay" | "readLastWords">,
): Promise<Wanted | null> {
  if (way === null) {
    const last = await kept.readLastWay();
    return last && findWanted(last, await kept.readLastWords(), kept);
  }
  if (way === "own") return { kind: "own", words };
  if (typeof way === "string") return { kind: way };
  const task = (await kept.readOwnTasks()).find(({ id }) => id === way.ownTaskId);
  return task ? { kind: "own-task", task } : null;
}

/** What the panel calls it. */
export function titleOf(wanted: Wanted): string {
  if (wanted.kind === "own-task") return wanted.task.name;
  const words = wanted.kind === "own" ? wanted.words : "";
  return words || rewriteTitles[wanted.kind];
}

/** The way, as it is kept for the next time. */
export function wayOf(wanted: Wanted): RewriteWay {
  return wanted.kind === "own-task" ? { ownTaskId: wanted.task.id } : wanted.kind;
}

/** What a job is told of it. What the reader wrote is the instruction, and only that. */
export function askOf(wanted: Wanted): { options: { kind: RewriteKind }; instruction: string } {
  if (wanted.kind === "own-task")
    return { options: { kind: "own" }, instruction: wanted.task.instruction };
  const instruction = wanted.kind === "own" ? wanted.words : "";
  return { options: { kind: wanted.kind }, instruction };
}

/** Whether the reader has said all that is needed. */
export function isComplete(wanted: Wanted): boolean {
  return wanted.kind !== "own" || wanted.words !== "";
}
