import { AppError } from "../errors.ts";
import ask from "./ask.task.ts";
import reply from "./reply.task.ts";
import rewrite from "./rewrite.task.ts";
import summarize from "./summarize.task.ts";
import type { Task } from "./task.ts";
import translate from "./translate.task.ts";

/** Every task, in the order of the menus. To add one, add its file and a word here. */
export const tasks: readonly Task[] = [summarize, ask, rewrite, translate, reply];

/** @throws AppError `unexpected` if no task has this id. */
export function taskById(id: string): Task {
  const task = tasks.find((candidate) => candidate.id === id);
  if (!task) throw new AppError("unexpected", "no such task");
  return task;
}

/** Keeps the given values that the task offers, and its defaults for the rest. */
export function chooseOptions(task: Task, given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(task.options).map(([name, option]) => {
      const value = given[name];
      return [name, value && option.choices.includes(value) ? value : option.default];
    }),
  );
}
