import * as v from "valibot";
import { rewriteTitles } from "./rewrite.task.ts";

/** A way to rewrite that the reader has written and keeps. */
const ownTaskSchema = v.object({
  /** Never changes, so that what was used last is still known under another name. */
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.pipe(v.string(), v.nonEmpty()),
  /** What the model is asked, in the reader's words. */
  instruction: v.pipe(v.string(), v.nonEmpty()),
});
export type OwnTask = v.InferOutput<typeof ownTaskSchema>;

/** More would crowd the menus. */
export const mostOwnTasks = 20;

/** In characters; a longer one would not be read whole in a menu. */
export const longestTaskName = 40;

/** In characters; a longer one would take the room of the text that is rewritten. */
export const longestTaskInstruction = 1_000;

/** Why a task cannot be kept as it is. */
export type OwnTaskProblem =
  | "name-missing"
  | "name-too-long"
  | "name-taken"
  | "instruction-missing"
  | "instruction-too-long"
  | "too-many";

/** The tasks in what was stored, each once, in their order; what is no task is left out. */
export function parseOwnTasks(stored: unknown): OwnTask[] {
  if (!Array.isArray(stored)) return [];
  const tasks = new Map<string, OwnTask>();
  for (const value of stored) {
    const parsed = v.safeParse(ownTaskSchema, value);
    if (parsed.success && !tasks.has(parsed.output.id)) tasks.set(parsed.output.id, parsed.output);
  }
  return [...tasks.values()];
}

/** Why a task cannot be kept among those there are, or null if it can. */
export function whyNotKept(task: OwnTask, kept: readonly OwnTask[]): OwnTaskProblem | null {
  const others = kept.filter(({ id }) => id !== task.id);
  if (task.name === "") return "name-missing";
  if (task.name.length > longestTaskName) return "name-too-long";
  const names = [...Object.values(rewriteTitles), ...others.map(({ name }) => name)];
  if (names.some((name) => isSameName(name, task.name))) return "name-taken";
  if (task.instruction === "") return "instruction-missing";
  if (task.instruction.length > longestTaskInstruction) return "instruction-too-long";
  return others.length >= mostOwnTasks ? "too-many" : null;
}

/** Names that a reader would take for the same in a menu. */
function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: "accent" }) === 0;
}
