import { expect, test } from "vitest";
import summarize, { summaryKinds, summaryLengths } from "../../../lib/tasks/summarize.task.ts";

const circumstances = { language: "English", into: null, instruction: "", hasEarlier: false };
const asked = (kind: string, length = "medium", words = "the page's") =>
  summarize.prompt({ kind, length, words }, circumstances).question;

test("each kind and length asks something of its own", () => {
  const questions = summaryKinds.flatMap((kind) =>
    summaryLengths.map((length) => asked(kind, length)),
  );
  expect(new Set(questions).size).toBe(questions.length);
});

test.each(summaryKinds)(
  "%s is asked for in plain words only where the reader wants them",
  (kind) => {
    expect(asked(kind, "medium", "plain")).toContain("plain, everyday words");
    expect(asked(kind)).not.toContain("plain");
  },
);

test("instructions are the same whatever is asked, so that a page need not be read again", () => {
  const instructions = summaryKinds.map(
    (kind) =>
      summarize.prompt({ kind, length: "long", words: "plain" }, circumstances).instructions,
  );
  expect(new Set(instructions).size).toBe(1);
});
