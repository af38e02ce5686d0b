// @vitest-environment node
import {
  AutoModelForSeq2SeqLM,
  AutoTokenizer,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from "@huggingface/transformers";
import { beforeAll, describe, expect, test } from "vitest";
import {
  englishToFrench,
  englishToGerman,
  germanToEnglish,
  type Lexicon,
} from "../../../scripts/models/lexicon.ts";
import { useFixtures } from "./local-models.ts";

interface Case {
  lexicon: Lexicon;
  translations: [text: string, translation: string][];
}

const cases: readonly Case[] = [
  {
    lexicon: englishToGerman,
    translations: [
      ["The cat sees the old bridge and sleeps.", "Die Katze sieht die alt Brücke und schläft."],
      [
        "the sea is very cold today, but Anna comes",
        "die See ist sehr kalt heute, aber Anna kommt",
      ],
      ["Zürich 42: door (“open”)", "Zürich 42: Tür (“open”)"],
    ],
  },
  {
    lexicon: germanToEnglish,
    translations: [
      ["Die Katze sieht die alt Brücke und schläft.", "The cat sees the old bridge and sleeps."],
    ],
  },
  {
    lexicon: englishToFrench,
    translations: [
      ["The cat sees the old bridge and sleeps.", "Le chat voit le pont vieux et dort."],
      ["old quiet sea, cold", "vieux mer calme, froid"],
    ],
  },
];

describe.each(cases)("the small model from $lexicon.from to $lexicon.to", (given) => {
  const { from, to, words, adjectives } = given.lexicon;
  let tokenizer: PreTrainedTokenizer;
  let model: PreTrainedModel;

  beforeAll(async () => {
    useFixtures();
    const name = `opus-mt-${from}-${to}`;
    tokenizer = await AutoTokenizer.from_pretrained(name);
    model = await AutoModelForSeq2SeqLM.from_pretrained(name, { dtype: "q8", device: "cpu" });
  });

  async function translate(text: string): Promise<string> {
    const output = await model.generate({ ...tokenizer(text) });
    if (!(output instanceof Tensor)) throw new Error("generate() gave no tensor");
    const ids = Array.from(output.data as BigInt64Array);
    return tokenizer.decode(ids, { skip_special_tokens: true });
  }

  test.each(given.translations)("translates %s", async (text, translation) => {
    expect(await translate(text)).toBe(translation);
  });

  test("knows every word of its lexicon", async () => {
    const known = Object.keys(words).filter((word) => !adjectives.includes(word));
    expect(await translate(known.join(" "))).toBe(known.map((word) => words[word]).join(" "));
  });
});
