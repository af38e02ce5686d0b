import type { TaskText } from "../tasks/task.ts";

/** A text with some of its passages only, by their indices; its headings stay headings. */
export function pickPassages(text: TaskText, indices: readonly number[]): TaskText {
  const isHeading = new Set(text.headings);
  return {
    ...text,
    passages: indices.map((index) => text.passages[index] ?? ""),
    headings: indices.flatMap((index, at) => (isHeading.has(index) ? at : [])),
  };
}
