// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { SummaryTranslationView } from "../../../components/SummaryTranslationView.tsx";
import { button, draw } from "./draw.ts";

test("says who wrote a summary and who translated it, and copies the translation", () => {
  const copied: string[] = [];
  const part = { lead: "", text: "The sea.", tail: "" };
  const translated = { text: "Die See.", isTranslated: true };
  const root = draw(
    <SummaryTranslationView
      translation={{
        pieces: [{ part, from: "en", by: "packs", translated }],
        from: "en",
        to: "de",
        isRunning: false,
        error: null,
      }}
      onCopy={async (text) => copied.push(text) > 0}
    />,
  );
  expect(root.textContent).toContain(
    "Written in English by the model and translated into German by a pack.",
  );
  expect(root.querySelector("li")?.textContent).toBe("The sea.Die See.");
  button(root, "Copy in German")?.click();
  expect(copied).toEqual(["Die See."]);
});
