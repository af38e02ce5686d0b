import { expect, test } from "vitest";
import { chooseDialect } from "../../../lib/text/english-dialect.ts";

test.each([
  [["en-GB", "en-US"], "british"],
  [["en", "en-AU"], "australian"],
  [["de-AT", "en-ca"], "canadian"],
  [["en-Latn-IN"], "indian"],
  [["en-IE"], "british"],
  [[null, "de-DE"], "american"],
  [["en"], "american"],
] as const)("of %j is %s", (tags, dialect) => {
  expect(chooseDialect(tags)).toBe(dialect);
});
