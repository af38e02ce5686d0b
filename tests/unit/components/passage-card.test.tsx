// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { PassageCard } from "../../../components/PassageCard.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { ShowingOutcome, ShownPassage } from "../../../lib/panel/showing-passage.ts";
import { button, draw, drawn } from "./draw.ts";
import { passages, read } from "./samples.ts";

function drawCard(
  outcome: ShowingOutcome,
  text = "The moon pulls the sea.",
  onPutAway = () => {},
): HTMLElement {
  const [, passage] = passages;
  if (!passage) throw new Error("the samples have no second passage");
  const words = [{ start: 4, end: 8 }];
  const shown: ShownPassage = { of: read, passage: { ...passage, text }, words, outcome };
  return draw(<PassageCard shown={shown} onPutAway={onPutAway} />);
}

test("quotes the passage with its number, and its words apart", () => {
  const root = drawCard({ kind: "shown" });
  expect(root.querySelector("section")?.getAttribute("aria-label")).toBe("Passage 2");
  expect(root.querySelector("blockquote")?.textContent).toBe("The moon pulls the sea.");
  expect(root.querySelector("mark")?.textContent).toBe("moon");
  expect(root.querySelector(".caution")).toBeNull();
});

test("draws a hostile passage as text", () => {
  const text = "The <img src=x onerror=alert(1)> sea";
  const root = drawCard({ kind: "shown" }, text);
  expect(root.querySelector("img")).toBeNull();
  expect(root.querySelector("blockquote")?.textContent).toBe(text);
});

test.each<[ShowingOutcome, RegExp]>([
  [{ kind: "changed" }, /^The page has changed: this passage is no longer there\.$/],
  [{ kind: "another-page" }, /^Another page is in that tab now\.$/],
  [{ kind: "hidden" }, /folded away or hidden/],
  [failed("page-gone"), /^The tab of this page was closed\.$/],
  [failed("page-not-granted"), /press Sotto’s toolbar button on it/],
  [failed("page-forbidden"), /lets no extension/],
  [failed("unexpected"), /Try again/],
])("says why the page does not show it: %j", (outcome, sentence) => {
  expect(drawCard(outcome).querySelector(".caution")?.textContent).toMatch(sentence);
});

function failed(code: AppError["code"]): ShowingOutcome {
  return { kind: "failed", error: new AppError(code, "").toWire() };
}

test("is put away with Close and with Escape", async () => {
  let putAway = 0;
  button(
    drawCard({ kind: "shown" }, undefined, () => (putAway += 1)),
    "Close",
  )?.click();
  await drawn();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(putAway).toBe(2);
});
