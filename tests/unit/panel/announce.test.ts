import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createAnnouncements, nextAnnouncement } from "../../../lib/panel/announce.ts";
import { type Answer, noAnswer } from "../../../lib/panel/answer.ts";
import type { Exchange } from "../../../lib/panel/asking.ts";
import type { Reading } from "../../../lib/panel/reading.ts";
import { started, stats } from "../components/samples.ts";

test.each<[text: string, said: number, isOver: boolean, words: string | null]>([
  ["The moon", 0, false, null],
  ["The moon pulls.", 0, false, null],
  ["The moon pulls. The", 0, false, "The moon pulls."],
  ["It is 3.5 metres", 0, false, null],
  ["- **Spring** tides\n- Neap", 0, false, "• Spring tides"],
  ["One. Two. Thr", 4, false, "Two."],
  ["潮は満ちる。月", 0, false, "潮は満ちる。"],
  ["One. Two", 4, true, "Two"],
  ["One.", 4, true, null],
])("of %j, said up to %i, says next", (text, said, isOver, words) => {
  expect(nextAnnouncement(text, said, isOver)?.words ?? null).toBe(words);
});

test("says each sentence once, then that the summary is ready", () => {
  const reading = signal<Reading>({ kind: "none" });
  const answer = signal<Answer>({ kind: "none" });
  const announcement = createAnnouncements({ reading, answer }, { exchanges: signal([]) });
  const said: string[] = [];
  announcement.subscribe((words) => said.push(words));
  let text = "";
  for (const piece of ["The ", "moon ", "pulls.", " The", " sea", " rises", "."]) {
    text += piece;
    answer.value = { kind: "streaming", started, text };
  }
  answer.value = { kind: "complete", started, text, ending: "complete", stats };
  expect(said).toEqual(["", "The moon pulls.", "The sea rises. Summary ready."]);
});

test("says the answer to a question in the same way", () => {
  const exchanges = signal<readonly Exchange[]>([]);
  const panel = { reading: signal<Reading>({ kind: "none" }), answer: signal<Answer>(noAnswer) };
  const announcement = createAnnouncements(panel, { exchanges });
  const question = "What pulls the sea?";
  exchanges.value = [{ question, answer: { kind: "streaming", started, text: "The moon. It" } }];
  expect(announcement.value).toBe("The moon.");
  const text = "The moon. It pulls.";
  const answer = { kind: "complete", started, text, ending: "complete", stats } as const;
  exchanges.value = [{ question, answer }];
  expect(announcement.value).toBe("It pulls. Answer ready.");
});
