import { expect, test } from "vitest";
import type { Translation, Translator } from "../../../lib/engine/translator.ts";
import { packs } from "../../../lib/models/catalogue/packs.ts";
import { createSummaryTranslating } from "../../../lib/panel/translating-summary.ts";
import { read, started, stats } from "../components/samples.ts";

const reading = { kind: "read", ...read } as const;
const answer = {
  kind: "complete",
  started,
  text: "The sea is cold. The cat sleeps.",
  ending: "complete",
  stats,
} as const;

function open(wanted: string | null) {
  const asked: Translation[] = [];
  const shouting: Translator = {
    async translate(translation, onTranslated) {
      asked.push(translation);
      return translation.texts.map((text, index) => {
        const translated = { text: text.toUpperCase(), isTranslated: true };
        onTranslated(index, translated);
        return translated;
      });
    },
  };
  const translating = createSummaryTranslating({
    translators: { packs: shouting, model: shouting },
    listPacks: async () => packs,
    answerLanguage: async () => wanted,
  });
  return { translating, asked };
}

test("a complete summary is translated by packs, sentence by sentence", async () => {
  const { translating, asked } = open("de");
  expect(await translating.writtenIn("en", "local/m")).toBe("en");
  await translating.follow({ ...answer, kind: "streaming" }, reading);
  expect(asked).toEqual([]);
  await translating.follow(answer, reading);
  const { value: translation } = translating.translation;
  expect(translation).toMatchObject({ from: "en", to: "de", isRunning: false, error: null });
  expect(translation?.pieces.map(({ translated }) => translated?.text)).toEqual([
    "THE SEA IS COLD.",
    "THE CAT SLEEPS.",
  ]);
});

test("a summary in the language that is wanted is left alone", async () => {
  const { translating, asked } = open(null);
  expect(await translating.writtenIn("en", "local/m")).toBe("en");
  await translating.follow(answer, reading);
  expect(asked).toEqual([]);
});

test("a new answer takes the translation of the one before away", async () => {
  const { translating } = open("de");
  await translating.writtenIn("en", "local/m");
  await translating.follow(answer, reading);
  await translating.follow({ kind: "none" }, reading);
  expect(translating.translation.value).toBeNull();
});
