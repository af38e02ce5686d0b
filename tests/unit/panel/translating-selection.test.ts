import { describe, expect, test } from "vitest";
import type { OnTranslated, Translation, Translator } from "../../../lib/engine/translator.ts";
import { AppError } from "../../../lib/errors.ts";
import { packs } from "../../../lib/models/catalogue/packs.ts";
import {
  createSelectionTranslating,
  type TranslateSurroundings,
} from "../../../lib/panel/translating-selection.ts";

const frame = { documentId: "d", frameId: 0 };
const place = { path: [], field: "textarea", start: 0, end: 9, before: "", after: "" };
const greek = "Η γάτα κοιμάται σήμερα πάνω στην παλιά γέφυρα και η θάλασσα είναι κρύα.";
const german = "Die Katze schläft heute auf der alten Brücke. Das Meer ist sehr kalt.\n\nEnde.";

type Changed = Partial<TranslateSurroundings> & { pageLanguage?: string };

/** A panel on a selection, with every pack there is, no model, and translators that shout. */
function open(text: string, { pageLanguage, ...surroundings }: Changed = {}) {
  const asked: (Translation & { by: "packs" | "model" })[] = [];
  const shouting = (by: "packs" | "model"): Translator => ({
    async translate(translation, onTranslated) {
      asked.push({ ...translation, by });
      return shout(translation, onTranslated);
    },
  });
  const kept: Record<string, string> = {};
  const field = { text };
  const translating = createSelectionTranslating({
    readTarget: async () => ({ kind: "replaceable", text: field.text, place, frame, pageLanguage }),
    namePage: async () => ({ title: "", url: "" }),
    replaceTarget: async (_tabId, _target, to) => {
      field.text = to;
      return { kind: "replaced" };
    },
    undoReplace: async (_tabId, target) => {
      field.text = target.text;
      return { kind: "replaced" };
    },
    translators: { packs: shouting("packs"), model: shouting("model") },
    listPacks: async () => packs,
    hasModel: async () => false,
    readerLanguage: async () => "en",
    readLastTarget: async (from) => kept[from] ?? null,
    keepLastTarget: async (from, to) => {
      kept[from] = to;
    },
    ...surroundings,
  });
  return { translating, asked, kept, field };
}

function shout({ texts }: Translation, onTranslated: OnTranslated) {
  return texts.map((text, index) => {
    const translated = { text: text.toUpperCase(), isTranslated: true };
    onTranslated(index, translated);
    return translated;
  });
}

test("a selection is translated into the reader's language, sentence by sentence", async () => {
  const { translating, asked, field } = open(german);
  await translating.start(1);
  expect(asked).toMatchObject([{ from: "de", to: "en" }]);
  expect(asked[0]?.texts).toHaveLength(3);
  expect(translating.translation.value).toMatchObject({ kind: "ended", end: { kind: "done" } });
  await translating.replace();
  expect(field.text).toBe(german.toUpperCase());
  await translating.undo();
  expect(field.text).toBe(german);
});

test("what the reader chose into is chosen the next time from that language", async () => {
  const { translating, asked, kept } = open(german);
  await translating.start(1);
  await translating.choose({ from: "de", to: "fr" });
  expect(kept).toEqual({ de: "fr" });
  await translating.start(1);
  expect(asked.map(({ to }) => to)).toEqual(["en", "fr", "fr"]);
});

describe("nothing is translated before it is clear from what into what", () => {
  test("a text in the reader's language waits for another", async () => {
    const { translating, asked } = open(
      "The cat sleeps on the old bridge today, and sees the sea.",
    );
    await translating.start(1);
    expect(translating.direction.value).toEqual({ from: "en", to: null, certainty: "sure" });
    expect(asked).toEqual([]);
  });

  test("a text without words is not sure of anything", async () => {
    const { translating, asked } = open("42");
    await translating.start(1);
    expect(translating.direction.value).toMatchObject({
      from: null,
      to: null,
      certainty: "doubtful",
    });
    expect(asked).toEqual([]);
  });
});

test("packs that are not here are named, and once they are, it goes on", async () => {
  const here = packs.filter(({ to }) => to === "en");
  const { translating, asked } = open(german, { listPacks: async () => here });
  await translating.start(1);
  await translating.choose({ from: "de", to: "fr" });
  const { value: translation } = translating.translation;
  expect(translation.kind === "no-pack" && translation.missing.map(({ id }) => id)).toEqual([
    "Xenova/opus-mt-en-fr",
  ]);
  here.push(...packs);
  await translating.tryAgain();
  expect(asked.at(-1)).toMatchObject({ from: "de", to: "fr" });
});

test("a direction that no pack goes is said to be so", async () => {
  const { translating } = open(german);
  await translating.start(1);
  await translating.choose({ from: "de", to: "ko" });
  expect(translating.translation.value).toEqual({
    kind: "no-pack",
    missing: [],
    hasModel: false,
  });
});

describe("the language model", () => {
  const hasModel = async () => true;

  test("translates at once where no pack goes, also by way of English", async () => {
    const { translating, asked, field } = open(greek, { hasModel });
    await translating.start(1);
    expect(asked).toEqual([{ texts: [greek], from: "el", to: "en", by: "model" }]);
    await translating.replace();
    expect(field.text).toBe(greek.toUpperCase());
  });

  test("waits to be chosen where a pack could be fetched", async () => {
    const { translating, asked } = open(german, { hasModel, listPacks: async () => [] });
    await translating.start(1);
    expect(translating.translation.value).toMatchObject({ kind: "no-pack", hasModel: true });
    expect(asked).toEqual([]);
    await translating.useModel();
    expect(asked).toMatchObject([{ from: "de", to: "en", by: "model" }]);
  });
});

describe("a text that mixes languages", () => {
  const english = "The cat sleeps on the old bridge today, and the sea is cold.";
  const french = "Le chat dort aujourd'hui sur le vieux pont et la mer est froide.";

  test("has each line translated from its own, and keeps what is in the target language", async () => {
    const { translating, asked } = open(`${german}\n${english}\n${french}\n42`);
    await translating.start(1);
    expect(asked.map(({ from }) => from)).toEqual(["de", "fr"]);
    const after = translating.result.value?.after;
    expect(after).toBe(`${german.toUpperCase()}\n${english}\n${french.toUpperCase()}\n42`);
  });

  test("leaves what nothing translates as it was, and translates the rest", async () => {
    const { translating } = open(`${german}\n${greek}`);
    await translating.start(1);
    expect(translating.result.value?.after).toBe(`${german.toUpperCase()}\n${greek}`);
  });

  test("is taken for one language where the reader says so", async () => {
    const { translating, asked } = open(`${german}\n${french}`);
    await translating.start(1);
    await translating.choose({ from: "nl", to: "en" });
    expect(asked.at(-1)).toMatchObject({ from: "nl" });
    expect(asked.at(-1)?.texts).toHaveLength(4);
  });
});

test.each([
  ["what the page says of a text that tells too little", "Lot 7", "da-DK", "da", "page"],
  ["the text where it tells its language", german, "fr", "de", "sure"],
  ["no page that says nonsense", "Lot 7", "<i>", "en", "doubtful"],
])("believes %s", async (_, text, pageLanguage, from, certainty) => {
  const { translating } = open(text, { pageLanguage });
  await translating.start(1);
  expect(translating.direction.value).toMatchObject({ from, certainty });
});

test("a sentence that was left stands as it was, in the whole as well", async () => {
  const left: Translator = {
    async translate(translation, onTranslated) {
      const told = shout(translation, () => {});
      const asItWas = { text: translation.texts[1] ?? "", isTranslated: false };
      const all = told.map((translated, index) => (index === 1 ? asItWas : translated));
      for (const [index, translated] of all.entries()) onTranslated(index, translated);
      return all;
    },
  };
  const { translating } = open(german, { translators: { packs: left, model: left } });
  await translating.start(1);
  expect(translating.result.value).toMatchObject({ isOffered: true });
  expect(translating.result.value?.after).toContain("Das Meer ist sehr kalt.\n\nENDE.");
});

test("Stop keeps what is done, which then cannot take the text's place", async () => {
  const endless: Translator = {
    translate(_translation, onTranslated, signal) {
      onTranslated(0, { text: "THE CAT", isTranslated: true });
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new AppError("cancelled", "stopped")));
      });
    },
  };
  const { translating } = open(german, { translators: { packs: endless, model: endless } });
  const running = translating.start(1);
  await expect.poll(() => translating.translation.value.kind).toBe("running");
  translating.stop();
  await running;
  expect(translating.translation.value).toMatchObject({ kind: "ended", end: { kind: "stopped" } });
  expect(translating.result.value).toMatchObject({ isOffered: false });
});

test("why a selection could not be read is said", async () => {
  const readTarget = () => Promise.reject(new AppError("nothing-selected", "nothing"));
  const { translating } = open("", { readTarget });
  await translating.start(1);
  expect(translating.subject.value).toMatchObject({
    kind: "unread",
    error: { code: "nothing-selected" },
  });
});
