// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { TranslateView } from "../../../components/TranslateView.tsx";
import { packs } from "../../../lib/models/catalogue/packs.ts";
import type { SelectionTranslating } from "../../../lib/panel/translating-selection.ts";
import { openModels } from "../options/played-models.ts";
import { button, draw } from "./draw.ts";
import { idleTranslating, selected } from "./samples.ts";

const { models } = await openModels();

function drawTranslation(translating: Partial<SelectionTranslating>) {
  return draw(
    <TranslateView
      translating={{ ...idleTranslating, subject: signal(selected), ...translating }}
      models={models}
      isElsewhere={false}
      onCopy={async () => true}
    />,
  );
}

const byPacks = { from: "de", by: "packs" } as const;
const germanToEnglish = signal({ from: "de", to: "en", certainty: "sure" } as const);
const part = (text: string) => ({ lead: "", text, tail: " " });

test("each sentence stands beside its translation, and one that was left says so", () => {
  const pieces = [
    { ...byPacks, part: part("Die See."), translated: { text: "The sea.", isTranslated: true } },
    {
      ...byPacks,
      part: part("Die 7 Brücken."),
      translated: { text: "Die 7 Brücken.", isTranslated: false },
    },
  ];
  const root = drawTranslation({
    direction: germanToEnglish,
    translation: signal({ kind: "ended", pieces, end: { kind: "done" } }),
    result: signal({ after: "The sea. Die 7 Brücken.", losses: [], isOffered: true }),
  });
  const [first, second] = root.querySelectorAll(".sentence-pairs li");
  expect(first?.textContent).toBe("Die See.The sea.");
  expect(second?.textContent).toContain("Left as it is");
  expect(root.textContent).toContain("1 of 2 sentences translated.");
});

test("a language that is not sure is said to be so", () => {
  const direction = signal({ from: "nl", to: "en", certainty: "doubtful" } as const);
  expect(drawTranslation({ direction }).textContent).toContain("This is probably Dutch");
});

test("a way through English is told before it is gone", () => {
  const direction = signal({ from: "de", to: "fr", certainty: "sure" } as const);
  expect(drawTranslation({ direction }).textContent).toContain("By way of English");
});

test("what the page says of a short text is told, and can be chosen otherwise", () => {
  const direction = signal({ from: "nl", to: "en", certainty: "page" } as const);
  expect(drawTranslation({ direction }).textContent).toContain("The page says that it is Dutch");
});

test("a pack that is not here is offered first, and the language model after it", () => {
  const missing = packs.filter(({ id }) => id.endsWith("de-en"));
  const offered = drawTranslation({
    translation: signal({ kind: "no-pack", missing, hasModel: true }),
  });
  const names = [...offered.querySelectorAll("button")].map(({ textContent }) => textContent);
  expect(names.slice(-2)).toEqual([
    "Fetch German to English pack",
    "Use your language model instead",
  ]);
  const alone = drawTranslation({
    translation: signal({ kind: "no-pack", missing, hasModel: false }),
  });
  expect(button(alone, "Use your language model instead")).toBeUndefined();
});

test("with neither pack nor model, one sentence tells", () => {
  const none = drawTranslation({
    direction: signal({ from: "el", to: "pl", certainty: "sure" } as const),
    translation: signal({ kind: "no-pack", missing: [], hasModel: false }),
  });
  expect(none.querySelector(".notice")?.textContent).toBe(
    "No translation pack goes from Greek to Polish, and there is no language model here to " +
      "translate with.",
  );
});

test("a model that translated is named, and may be wrong", () => {
  const translated = { text: "The sea.", isTranslated: true };
  const pieces = [{ from: "el", by: "model", part: part("Η θάλασσα."), translated } as const];
  const root = drawTranslation({
    direction: signal({ from: "el", to: "en", certainty: "sure" } as const),
    translation: signal({ kind: "ended", pieces, end: { kind: "done" } }),
    result: signal({ after: "The sea.", losses: [], isOffered: true }),
  });
  expect(root.querySelector(".caution")?.textContent).toBe(
    "No translation pack goes from Greek to English, so your language model translated this. " +
      "It may be wrong.",
  );
  expect(root.textContent).toContain("1 passage translated.");
});

test("a mixture says so, and what stays as it was says why", () => {
  const stays = { text: "", isTranslated: false };
  const pieces = [
    { ...byPacks, part: part("Die See."), translated: { text: "The sea.", isTranslated: true } },
    { from: "en", by: "nobody", part: part("The cat."), translated: stays },
    { from: "el", by: "nobody", part: part("Η γάτα."), translated: stays },
  ] as const;
  const root = drawTranslation({
    direction: germanToEnglish,
    translation: signal({ kind: "ended", pieces, end: { kind: "done" } }),
  });
  expect(root.textContent).toContain("This text mixes German, English, and Greek");
  const lines = [...root.querySelectorAll(".translated")].map(({ textContent }) => textContent);
  expect(lines).toEqual([
    "The sea.",
    "In English already.",
    "Left as it is: nothing here translates Greek.",
  ]);
});
