// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { LongPage } from "../../../components/LongPage.tsx";
import type { ReadingWay } from "../../../lib/engine/engine.ts";
import type { Answer } from "../../../lib/panel/answer.ts";
import type { PartNotes } from "../../../lib/panel/part-notes.ts";
import { draw } from "./draw.ts";
import { idlePanel, started, stats } from "./samples.ts";

const notes: PartNotes = {
  totalParts: 9,
  notes: [
    { heading: "Tides", text: "The moon pulls." },
    { heading: "Tides", text: "The sun helps." },
  ],
  madeFor: { modelId: "local/m", language: "en" },
};
const complete = (way: ReadingWay): Answer => ({
  kind: "complete",
  text: "Tides.",
  ending: "complete",
  started: { ...started, way },
  stats,
});

function drawPage(answer: Answer, of: PartNotes | null = null) {
  const asked: string[] = [];
  const panel = {
    ...idlePanel,
    answer: signal(answer),
    notes: signal(of),
    askAgain: async () => void asked.push("go on"),
    readEverything: async () => void asked.push("everything"),
  };
  const root = draw(<LongPage panel={panel} />);
  return { root, asked, button: root.querySelector("button") };
}

test.each([
  [null, "Read everything"],
  [20, "Read everything (less than a minute)"],
  [70, "Read everything (about 1 minute)"],
  [240, "Read everything (about 4 minutes)"],
])("of a selection, offers all of the page in %s seconds", (fullSeconds, words) => {
  const { button, asked } = drawPage(
    complete({ kind: "selection", fullSeconds, heardSections: 3, totalSections: 3 }),
  );
  expect(button?.textContent).toBe(words);
  button?.click();
  expect(asked).toEqual(["everything"]);
});

test("offers no more of a page that was read whole", () => {
  expect(drawPage(complete({ kind: "whole" })).button).toBeNull();
});

test("shows what each part says while others are read, each heading once", () => {
  const { root } = drawPage({ kind: "waiting", started, doneTokens: 0, promptTokens: 0 }, notes);
  expect(root.querySelector("details")?.open).toBe(true);
  expect(root.querySelector("summary")?.textContent).toBe("Part by part: 2 of 9");
  expect([...root.querySelectorAll("li")].map((item) => item.textContent)).toEqual([
    "TidesThe moon pulls.",
    "The sun helps.",
  ]);
});

test("goes on where the reader stopped it", () => {
  const { button, asked } = drawPage({ kind: "stopped", text: "" }, notes);
  expect(button?.textContent).toBe("Go on");
  button?.click();
  expect(asked).toEqual(["go on"]);
});

test("folds the parts away once the whole is told", () => {
  const { root, button } = drawPage(complete({ kind: "parts", totalParts: 9 }), notes);
  expect(root.querySelector("details")?.open).toBe(false);
  expect(button).toBeNull();
});
