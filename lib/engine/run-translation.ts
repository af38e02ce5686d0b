import { joinTranslated } from "../text/join-translated.ts";
import { type Part, splitSentenceParts } from "../text/parts.ts";
import { MessageTurns } from "./message-turns.ts";
import { type Leg, translateSentences } from "./translate-sentences.ts";
import type { TranslateOptions } from "./translation-model.ts";
import type { TranslationEvent } from "./translation.ts";

/** So many sentences are translated before any of them is told: enough to find some of a length. */
const SENTENCES_AT_ONCE = 32;

/** A text and the sentences that it is made of. */
interface Cut {
  index: number;
  parts: readonly Part[];
}

/**
 * Translates texts sentence by sentence, the first ones first, through one pack after the other. A
 * sentence that comes again is translated once. Every text is told once: one of which a sentence
 * could not be translated keeps that sentence as it was, and says so.
 * @throws DOMException `AbortError` soon after `signal` aborts.
 */
export async function runTranslation(
  { legs, texts }: { legs: readonly Leg[]; texts: readonly string[] },
  onEvent: (event: TranslationEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const turns = new MessageTurns();
  const pause = async () => {
    await turns.letMessagesIn();
    signal.throwIfAborted();
  };
  const known = new Map<string, string | null>();
  const from = legs[0]?.from ?? "";
  const to = legs.at(-1)?.to ?? "";
  try {
    const cut = texts.map((text, index) => ({ index, parts: splitSentenceParts(text, from) }));
    for (const group of inGroups(cut)) {
      await learn(group, known, (sentences) => translateThrough(legs, sentences, pause));
      for (const { index, parts } of group)
        onEvent({ kind: "translated", index, ...finish(parts, known, to) });
    }
    onEvent({ kind: "done" });
  } finally {
    turns.end();
  }
}

/** Texts in their order, as many as have the sentences of a group together, and at least one. */
function inGroups(texts: readonly Cut[]): Cut[][] {
  const groups: Cut[][] = [];
  let sentences = SENTENCES_AT_ONCE;
  for (const text of texts) {
    sentences += text.parts.length;
    if (sentences > SENTENCES_AT_ONCE) {
      groups.push([]);
      sentences = text.parts.length;
    }
    groups.at(-1)?.push(text);
  }
  return groups;
}

async function learn(
  group: readonly Cut[],
  known: Map<string, string | null>,
  translate: (sentences: readonly string[]) => Promise<(string | null)[]>,
): Promise<void> {
  const sentences = new Set(group.flatMap(({ parts }) => parts.map(({ text }) => text)));
  const unknown = [...sentences].filter((text) => !known.has(text) && saysSomething(text));
  const translations = await translate(unknown);
  for (const [at, text] of unknown.entries()) known.set(text, translations[at] ?? null);
}

/** What failed on one leg goes no further. */
async function translateThrough(
  legs: readonly Leg[],
  sentences: readonly string[],
  pause: TranslateOptions["pause"],
): Promise<(string | null)[]> {
  const [leg, ...rest] = legs;
  if (!leg || sentences.length === 0) return [...sentences];
  const translations = await translateSentences(leg, sentences, pause);
  const through = await translateThrough(
    rest,
    translations.flatMap((text) => text ?? []),
    pause,
  );
  const next = through.values();
  return translations.map((text) => (text === null ? null : (next.next().value ?? null)));
}

function finish(
  parts: readonly Part[],
  known: ReadonlyMap<string, string | null>,
  language: string,
): { text: string; isTranslated: boolean } {
  const isKept = parts.some(({ text }) => known.get(text) === null);
  const translations = parts.map(({ text }) => known.get(text) ?? text);
  return { text: joinTranslated(parts, translations, language), isTranslated: !isKept };
}

/** Numbers and signs are the same in any language. */
function saysSomething(text: string): boolean {
  return /\p{L}/u.test(text);
}
