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
      onCopy={async () => true}
    />,
  );
}

const part = (text: string) => ({ lead: "", text, tail: " " });

test("each sentence stands beside its translation, and one that was left says so", () => {
  const pairs = [
    { part: part("Die See."), translated: { text: "The sea.", isTranslated: true } },
    { part: part("Die 7 Brücken."), translated: { text: "Die 7 Brücken.", isTranslated: false } },
  ];
  const root = drawTranslation({
    translation: signal({ kind: "ended", pairs, end: { kind: "done" } }),
    result: signal({ after: "The sea. Die 7 Brücken.", losses: [], isOffered: true }),
  });
  const [first, second] = root.querySelectorAll(".sentence-pairs li");
  expect(first?.textContent).toBe("Die See.The sea.");
  expect(second?.textContent).toContain("Left as it is");
  expect(root.textContent).toContain("1 of 2 sentences translated.");
});

test("a language that is not sure is said to be so", () => {
  const direction = signal({ from: "nl", to: "en", isSure: false });
  expect(drawTranslation({ direction }).textContent).toContain("This is probably Dutch");
});

test("a way through English is told before it is gone", () => {
  const direction = signal({ from: "de", to: "fr", isSure: true });
  expect(drawTranslation({ direction }).textContent).toContain("By way of English");
});

test("a pack that is not here is offered, and a direction without one is told", () => {
  const missing = packs.filter(({ id }) => id.endsWith("de-en"));
  const offered = drawTranslation({ translation: signal({ kind: "no-pack", missing }) });
  expect(button(offered, "Fetch German to English pack")).toBeDefined();
  const none = drawTranslation({ translation: signal({ kind: "no-pack", missing: [] }) });
  expect(none.textContent).toContain("There is no translation pack for these two languages.");
});
