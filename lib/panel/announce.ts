import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { parseAnswer, plainText } from "../text/answer-tree.ts";
import { type Answer, textOf } from "./answer.ts";
import { isTooShort, type Reading } from "./reading.ts";

/** A sentence's end, with the quotes and marks that belong to it, or the end of a line. */
const sentenceEnd = /[.!?…](?=["'”’»)\]*_`]*\s)|[。！？।۔؟]|\n/g;

/**
 * What a screen reader is to say next of an answer that has been said up to `saidChars`: whole
 * sentences only, without marks, and the rest once the answer is over. Null if nothing is new.
 */
export function nextAnnouncement(
  text: string,
  saidChars: number,
  isOver: boolean,
): { words: string; saidChars: number } | null {
  const rest = text.slice(saidChars);
  const lastEnd = [...rest.matchAll(sentenceEnd)].at(-1);
  const length = isOver ? rest.length : lastEnd ? lastEnd.index + lastEnd[0].length : 0;
  const words = plainText(parseAnswer(rest.slice(0, length))).trim();
  return words === "" ? null : { words, saidChars: saidChars + length };
}

/** What a screen reader should say now: sentences as they are complete, and how it ended. */
export function createAnnouncements(panel: {
  reading: ReadonlySignal<Reading>;
  answer: ReadonlySignal<Answer>;
}): ReadonlySignal<string> {
  const announcement = signal("");
  let saidChars = 0;

  effect(() => {
    const reading = panel.reading.value;
    if (reading.kind !== "read") return;
    announcement.value = isTooShort(reading)
      ? "This page holds too little text to summarize."
      : "Instant summary ready.";
  });
  effect(() => {
    const answer = panel.answer.value;
    if (answer.kind === "none" || answer.kind === "waiting") saidChars = 0;
    const isOver = answer.kind === "complete" || answer.kind === "stopped";
    const next = nextAnnouncement(textOf(answer), saidChars, isOver);
    saidChars = next?.saidChars ?? saidChars;
    const words = [next?.words, ending(answer)].filter((part) => part !== undefined).join(" ");
    if (words !== "") announcement.value = words;
  });
  return announcement;
}

function ending({ kind }: Answer): string | undefined {
  if (kind === "complete") return "Summary ready.";
  return kind === "stopped" ? "Stopped." : undefined;
}
