import type { TaskText } from "../tasks/task.ts";
import type { PageText } from "../text/page-text.ts";

/**
 * What a job is given of a page. It is the same for every task, so that what a model has read of the
 * page for one is not read again for another.
 */
export function taskTextOf({ title, passages }: PageText, language: string | null): TaskText {
  return {
    title,
    language,
    passages: passages.map(({ text }) => text),
    headings: passages.flatMap(({ kind }, at) => (kind === "heading" ? at : [])),
  };
}
