import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { parseAnswer, plainText } from "../text/answer-tree.ts";
import { type Answer, noAnswer, textOf } from "./answer.ts";
import type { Exchange } from "./asking.ts";
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

/** What a screen reader should say now: sentences as they are complete, and how each answer ended. */
export function createAnnouncements(
  panel: { reading: ReadonlySignal<Reading>; answer: ReadonlySignal<Answer> },
  asking: { exchanges: ReadonlySignal<readonly Exchange[]> },
): ReadonlySignal<string> {
  const announcement = signal("");
  const say = (words: string) => {
    announcement.value = words;
  };
  effect(() => {
    const reading = panel.reading.value;
    if (reading.kind !== "read") return;
    say(
      isTooShort(reading)
        ? "This page holds too little text to summarize."
        : "Instant summary ready.",
    );
  });
  followAnswer(panel.answer, "Summary ready.", say);
  followAnswer(lastAnswer(asking.exchanges), "Answer ready.", say);
  return announcement;
}

function lastAnswer(exchanges: ReadonlySignal<readonly Exchange[]>): ReadonlySignal<Answer> {
  return computed(() => {
    const answer = exchanges.value.at(-1)?.answer;
    return !answer || answer.kind === "no-model" ? noAnswer : answer;
  });
}

function followAnswer(
  answers: ReadonlySignal<Answer>,
  whenReady: string,
  say: (words: string) => void,
): void {
  let saidChars = 0;
  effect(() => {
    const answer = answers.value;
    if (answer.kind === "none" || answer.kind === "waiting") saidChars = 0;
    const isOver = answer.kind === "complete" || answer.kind === "stopped";
    const next = nextAnnouncement(textOf(answer), saidChars, isOver);
    saidChars = next?.saidChars ?? saidChars;
    const words = [next?.words, ending(answer, whenReady)].filter((part) => part !== undefined);
    if (words.length > 0) say(words.join(" "));
  });
}

function ending({ kind }: Answer, whenReady: string): string | undefined {
  if (kind === "complete") return whenReady;
  return kind === "stopped" ? "Stopped." : undefined;
}
