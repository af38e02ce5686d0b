import { describe, expect, test } from "vitest";
import type { OnTranslated, Translation } from "../../../lib/engine/translator.ts";
import { AppError } from "../../../lib/errors.ts";
import { packs } from "../../../lib/models/catalogue/packs.ts";
import {
  createSelectionTranslating,
  type TranslateSurroundings,
} from "../../../lib/panel/translating-selection.ts";

const frame = { documentId: "d", frameId: 0 };
const place = { path: [], field: "textarea", start: 0, end: 9, before: "", after: "" };
const german = "Die Katze schläft heute auf der alten Brücke. Das Meer ist sehr kalt.\n\nEnde.";

/** A panel on a selection, with every pack there is and a translator that shouts. */
function open(text: string, surroundings: Partial<TranslateSurroundings> = {}) {
  const asked: Translation[] = [];
  const kept: Record<string, string> = {};
  const field = { text };
  const translating = createSelectionTranslating({
    readTarget: async () => ({ kind: "replaceable", text: field.text, place, frame }),
    namePage: async () => ({ title: "", url: "" }),
    replaceTarget: async (_tabId, _target, to) => {
      field.text = to;
      return { kind: "replaced" };
    },
    undoReplace: async (_tabId, target) => {
      field.text = target.text;
      return { kind: "replaced" };
    },
    translator: {
      async translate(translation, onTranslated) {
        asked.push(translation);
        return shout(translation, onTranslated);
      },
    },
    listPacks: async () => packs,
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
    expect(translating.direction.value).toEqual({ from: "en", to: null, isSure: true });
    expect(asked).toEqual([]);
  });

  test("a text without words is not sure of anything", async () => {
    const { translating, asked } = open("42");
    await translating.start(1);
    expect(translating.direction.value).toMatchObject({ from: null, to: null, isSure: false });
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
  expect(translating.translation.value).toEqual({ kind: "no-pack", missing: [] });
});

test("a sentence that was left stands as it was, in the whole as well", async () => {
  const { translating } = open(german, {
    translator: {
      async translate(translation, onTranslated) {
        const told = shout(translation, () => {});
        const left = { text: translation.texts[1] ?? "", isTranslated: false };
        const all = told.map((translated, index) => (index === 1 ? left : translated));
        for (const [index, translated] of all.entries()) onTranslated(index, translated);
        return all;
      },
    },
  });
  await translating.start(1);
  expect(translating.result.value).toMatchObject({ isOffered: true });
  expect(translating.result.value?.after).toContain("Das Meer ist sehr kalt.\n\nENDE.");
});

test("Stop keeps what is done, which then cannot take the text's place", async () => {
  const { translating } = open(german, {
    translator: {
      translate(_translation, onTranslated, signal) {
        onTranslated(0, { text: "THE CAT", isTranslated: true });
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(new AppError("cancelled", "stopped")));
        });
      },
    },
  });
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
