import * as fc from "fast-check";
import { expect, test } from "vitest";
import { correct } from "../../../lib/text/suggestion.ts";
import { oddText } from "./odd-text.ts";

test("corrections change their own stretches and nothing else, in whatever order they come", () => {
  const pieces = fc.array(fc.tuple(oddText, oddText, oddText), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, fc.boolean(), (parts, isTurned) => {
      let text = "";
      const corrections = parts.map(([kept, wrong, right]) => {
        const start = text.length + kept.length;
        text += `${kept}${wrong}|`;
        return { start, end: text.length, text: right };
      });
      const corrected = correct(text, isTurned ? corrections.toReversed() : corrections);
      expect(corrected).toBe(parts.map(([kept, , right]) => kept + right).join(""));
    }),
  );
});
