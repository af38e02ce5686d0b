import { parseArgs } from "node:util";
import { count } from "../engine/settings.ts";

/** What the bench measures, and how often. */
export interface Settings {
  threads: readonly number[];
  repeats: number;
  /** How many sentences are translated, once side by side and once one at a time. */
  sentences: number;
  /** How long the page is, about. */
  pageWords: number;
}

/** @throws Error naming the flag that makes no sense. */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      threads: { type: "string", default: "1,2" },
      repeats: { type: "string", default: "3" },
      sentences: { type: "string", default: "32" },
      "page-words": { type: "string", default: "1500" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  return {
    threads: values.threads.split(",").map((text) => count("threads", text)),
    repeats: count("repeats", values.repeats),
    sentences: count("sentences", values.sentences),
    pageWords: count("page-words", values["page-words"]),
  };
}
