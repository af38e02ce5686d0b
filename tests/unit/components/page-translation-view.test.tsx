// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { PageTranslationView } from "../../../components/PageTranslationView.tsx";
import type { PageTranslation } from "../../../lib/panel/translating-page.ts";
import { openModels } from "../options/played-models.ts";
import { button, draw } from "./draw.ts";
import { idlePageTranslating } from "./samples.ts";

const { models } = await openModels();
const progress = { doneSentences: 1200, totalSentences: 1400, leftSentences: 0, isCut: false };
const running: PageTranslation = { kind: "running", progress, from: "en", missing: [] };

function drawTranslation(translation: PageTranslation) {
  const done: string[] = [];
  const root = draw(
    <PageTranslationView
      translating={{
        ...idlePageTranslating,
        translation: signal(translation),
        show: (view) => done.push(`show ${view}`),
        goOn: async () => void done.push("go on"),
        restore: async () => void done.push("restore"),
      }}
      models={models}
      onTranslate={(to) => done.push(`translate ${to}`)}
    />,
  );
  return { root, done, text: () => root.textContent ?? "" };
}

test("says between which languages, and how many sentences are done", () => {
  const { text } = drawTranslation(running);
  expect(text()).toContain("English → German");
  expect(text()).toContain("1,200 of 1,400 sentences");
});

test("restores the page, and shows the original as the reader says", () => {
  const { root, done } = drawTranslation(running);
  button(root, "Below each block")?.click();
  button(root, "On pointing")?.click();
  button(root, "Restore the page")?.click();
  expect(done).toEqual(["show below", "show on-hover", "restore"]);
});

test("goes on only after Stop", () => {
  expect(button(drawTranslation(running).root, "Go on")).toBeUndefined();
  const { root, done } = drawTranslation({ ...running, kind: "stopped" });
  button(root, "Go on")?.click();
  expect(done).toEqual(["go on"]);
});

test.each([
  ["in languages without a pack", { missing: ["fr"] }, "No pack here translates French to German"],
  ["that failed", { progress: { ...progress, leftSentences: 2 } }, "2 sentences stand as before"],
  [
    "beyond the most",
    { progress: { ...progress, isCut: true } },
    "too long to be translated whole",
  ],
])("says what stands as it was: text %s", (_, shortfall, words) => {
  expect(drawTranslation({ ...running, ...shortfall }).text()).toContain(words);
});

test("says that the page is as it was, and offers to translate it again", () => {
  const { root, done, text } = drawTranslation({ kind: "restored" });
  expect(text()).toContain("The page is as it was");
  button(root, "Translate")?.click();
  expect(done).toEqual(["translate de"]);
});

test("offers the packs for what stands as it was, and none where there is none", () => {
  const { root } = drawTranslation({ ...running, missing: ["fr", "el"] });
  const offered = [...root.querySelectorAll("section")].map((pack) =>
    pack.getAttribute("aria-label"),
  );
  expect(offered).toEqual(["French to English", "English to German"]);
  expect(drawTranslation({ ...running, missing: ["el"] }).root.querySelector("section")).toBeNull();
});
