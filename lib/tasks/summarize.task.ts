import { pageInstructions } from "./page-instructions.ts";
import { defineTask } from "./task.ts";

/** What a summary can be, in the order of the panel. Never change one: they are stored. */
export const summaryKinds = [
  "key points",
  "short text",
  "one sentence",
  "headline",
  "facts",
  "outline",
] as const;
export type SummaryKind = (typeof summaryKinds)[number];

export const summaryLengths = ["short", "medium", "long"] as const;
export type SummaryLength = (typeof summaryLengths)[number];

/** What a summary of each kind and length is asked to be; short words, for small models. */
const shapes: Readonly<Record<SummaryKind, Readonly<Record<SummaryLength, string>>>> = {
  "key points": points("three", "five", "eight"),
  "short text": {
    short: "two sentences",
    medium: "one paragraph of three to five sentences",
    long: "two or three paragraphs",
  },
  "one sentence": {
    short: "one sentence of at most 15 words",
    medium: "one sentence of at most 25 words",
    long: "one sentence of at most 40 words",
  },
  headline: {
    short: "one headline of at most 5 words",
    medium: "one headline of at most 10 words",
    long: "one headline of at most 16 words",
  },
  facts: {
    short: facts("a few words"),
    medium: facts("one short sentence"),
    long: facts("one or two sentences"),
  },
  outline: {
    short: outline("one line of a few words"),
    medium: outline("one short sentence"),
    long: outline("two or three short sentences"),
  },
};

function points(...[short, medium, long]: [string, string, string]) {
  const list = (count: string) =>
    `a list of ${count} key points, each one short sentence beginning with “- ”`;
  return { short: list(short), medium: list(medium), long: list(long) };
}

function facts(each: string): string {
  return (
    "a table of facts, one a line: “Who: …”, “What: …”, “When: …”, “Where: …”, “How much: …”. " +
    `Each is ${each}. Leave out a line on which the page says nothing`
  );
}

function outline(each: string): string {
  return (
    "an outline: copy each heading of the page, a line that begins with “## ”, exactly as it is, " +
    `and under it write ${each} on what stands there`
  );
}

export default defineTask({
  id: "summarize",
  title: "Summarize",
  answerTokens: 384,
  longText: {
    noteTokens: 96,
    note: ({ language }) => ({
      instructions: pageInstructions,
      question:
        "Say in one or two short sentences what the page above tells. Name who and what it is " +
        `about. Write in ${language ?? "the page's language"}.`,
    }),
  },
  options: {
    kind: { label: "Kind", choices: summaryKinds, default: "key points" },
    length: { label: "Length", choices: summaryLengths, default: "medium" },
    words: { label: "Words", choices: ["the page's", "plain"], default: "the page's" },
  },
  prompt({ kind, length, words }, { language }) {
    const plain = words === "plain" ? " Use plain, everyday words and short sentences." : "";
    return {
      instructions: pageInstructions,
      question:
        `Summarize the page above as ${shapes[kind][length]}.${plain} ` +
        `Write in ${language ?? "the page's language"}.`,
    };
  },
});
