import * as v from "valibot";

/** An answer in the history. Whatever it is about, all of it is text, never Markdown or HTML. */
export interface KeptAnswer {
  id: string;
  /** When it was kept, in milliseconds since 1970. */
  atMs: number;
  /** What was asked about the page; null for its summary. */
  question: string | null;
  text: string;
  /** Of the page; empty if it has none. */
  title: string;
  /** Of the page; empty for a file. */
  url: string;
}

const keptAnswerSchema = v.object({
  id: v.string(),
  atMs: v.pipe(v.number(), v.finite()),
  question: v.nullable(v.string()),
  text: v.string(),
  title: v.string(),
  url: v.string(),
});

/** What is stored as an answer; null if it is none, as after damage. */
export function parseKeptAnswer(stored: unknown): KeptAnswer | null {
  const parsed = v.safeParse(keptAnswerSchema, stored);
  return parsed.success ? parsed.output : null;
}
