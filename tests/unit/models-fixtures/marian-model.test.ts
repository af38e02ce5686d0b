// @vitest-environment node
import {
  AutoModelForSeq2SeqLM,
  AutoTokenizer,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from "@huggingface/transformers";
import { beforeAll, describe, expect, test } from "vitest";
import { lexicon } from "../../../scripts/models/lexicon.ts";
import { useFixtures } from "./local-models.ts";

describe("the small translation model", () => {
  let tokenizer: PreTrainedTokenizer;
  let model: PreTrainedModel;

  beforeAll(async () => {
    useFixtures();
    tokenizer = await AutoTokenizer.from_pretrained("marian-lexicon");
    model = await AutoModelForSeq2SeqLM.from_pretrained("marian-lexicon", {
      dtype: "q8",
      device: "cpu",
    });
  });

  async function translate(text: string): Promise<string> {
    const output = await model.generate({ ...tokenizer(text) });
    if (!(output instanceof Tensor)) throw new Error("generate() gave no tensor");
    const ids = Array.from(output.data as BigInt64Array);
    return tokenizer.decode(ids, { skip_special_tokens: true });
  }

  test.each<[text: string, translation: string]>([
    ["The cat sees the old bridge and sleeps.", "Die Katze sieht die alt Brücke und schläft."],
    ["the sea is very cold today, but Anna comes", "die See ist sehr kalt heute, aber Anna kommt"],
    ["Zürich 42: door (“open”)", "Zürich 42: Tür (“open”)"],
    [Object.keys(lexicon).join(" "), Object.values(lexicon).join(" ")],
  ])("translates %s", async (text, translation) => {
    expect(await translate(text)).toBe(translation);
  });
});
