import { expect, test } from "vitest";
import { packs } from "../../../lib/models/catalogue/packs.ts";
import { chooseSummaryLanguages } from "../../../lib/panel/summary-language.ts";

const english = "HuggingFaceTB/SmolLM2-360M-Instruct";
const many = "onnx-community/Qwen3-0.6B-ONNX";

test.each([
  [
    "the page's own where that is wanted",
    { page: "de-AT", wanted: null, modelId: many },
    "de-AT",
    null,
  ],
  ["the page's own, and translated", { page: "fr", wanted: "de", modelId: many }, "fr", "de"],
  [
    "English where the model does not know the page's",
    { page: "fr", wanted: "de", modelId: english },
    "en",
    "de",
  ],
  [
    "English also for a page in the wanted language",
    { page: "de", wanted: null, modelId: english },
    "en",
    "de",
  ],
  [
    "English where that is wanted and all it knows",
    { page: "de", wanted: "en", modelId: english },
    "en",
    null,
  ],
  [
    "the wanted one where no pack goes there",
    { page: "fr", wanted: "ko", modelId: many },
    "ko",
    null,
  ],
  [
    "whatever the page is in where nobody knows",
    { page: null, wanted: null, modelId: many },
    null,
    null,
  ],
])("a summary is written in %s", (_, wish, writtenIn, into) => {
  expect(chooseSummaryLanguages({ ...wish, packs })).toEqual({ writtenIn, into });
});

test("without packs the model writes in the language that is wanted", () => {
  const wish = { page: "fr", wanted: "de", modelId: english, packs: [] };
  expect(chooseSummaryLanguages(wish)).toEqual({ writtenIn: "de", into: null });
});
