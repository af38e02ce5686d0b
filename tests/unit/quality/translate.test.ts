// @vitest-environment node
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../quality/translate.quality.ts";
import { modelsFolder } from "../models-fixtures/local-models.ts";

const sentences = join(import.meta.dirname, "../../quality/translate/en-de.tsv");

test("the pack of the tests is scored beside people's translations", async () => {
  const pack = join(modelsFolder, "opus-mt-en-de");
  expect(await run(["--pack", pack, "--sentences", sentences, "--json"])).toMatchObject({
    from: "en",
    to: "de",
    sentences: 4,
    leftInTheOriginal: 0,
    chrf2: 78.73,
    bleu: 54.14,
  });
});

test("what is no pack, and what is no pair, is named", async () => {
  const pack = join(modelsFolder, "copy-qwen3");
  await expect(run(["--pack", pack, "--sentences", sentences])).rejects.toThrow("copy-qwen3");
  await expect(run(["--pack", pack, "--sentences", import.meta.filename])).rejects.toThrow(
    "Line 1",
  );
});
