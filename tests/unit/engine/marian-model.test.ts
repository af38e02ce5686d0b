// @vitest-environment node
import { AutoModelForSeq2SeqLM, AutoTokenizer, type Tensor } from "@huggingface/transformers";
import { beforeAll, expect, test } from "vitest";
import { MarianModel } from "../../../lib/engine/marian-model.ts";
import { runTranslation } from "../../../lib/engine/run-translation.ts";
import { useFixtures } from "../models-fixtures/local-models.ts";

const never = new AbortController().signal;
const options = { forbidsRepeats: false, pause: async () => {} };
const models: Record<string, MarianModel> = {};
/** For each pass of any model, how many texts it went over. */
const passes: number[] = [];

beforeAll(async () => {
  useFixtures();
  for (const direction of ["en-de", "de-en", "en-fr"]) {
    const name = `opus-mt-${direction}`;
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    const how = { dtype: "q8", device: "cpu" } as const;
    const model = await AutoModelForSeq2SeqLM.from_pretrained(name, how);
    const forward = model.forward.bind(model);
    model.forward = (inputs: { decoder_input_ids: Tensor }) => {
      passes.push(inputs.decoder_input_ids.dims[0] ?? 0);
      return forward(inputs);
    };
    models[direction] = new MarianModel(tokenizer, model, ">>xx<<");
  }
});

function modelOf(direction: string): MarianModel {
  const model = models[direction];
  if (!model) throw new Error(`there is no model for ${direction}`);
  return model;
}

const translations: [text: string, translation: string][] = [
  ["The cat sees the old bridge and sleeps.", "Die Katze sieht die alt Brücke und schläft."],
  ["sea", "See"],
  ["Zürich 42: door (“open”)", "Zürich 42: Tür (“open”)"],
  ["the sea is very cold today", "die See ist sehr kalt heute"],
];

test("texts of any lengths come out side by side as they do alone", async () => {
  const model = modelOf("en-de");
  const texts = translations.map(([text]) => text);
  const together = await model.translate(texts, options);
  expect(together).toEqual(translations.map(([, text]) => ({ text, ending: "complete" })));
  for (const [at, text] of texts.entries())
    expect(await model.translate([text], options)).toEqual([together[at]]);
});

test("a text that is done costs no more passes while others are written", async () => {
  passes.length = 0;
  await modelOf("en-de").translate(["sea", "the sea", "the old sea sleeps"], options);
  expect(passes).toEqual([3, 3, 2, 1, 1]);
});

test("what a text says of languages and special tokens is not taken for the model's own", async () => {
  const [first] = await modelOf("en-de").translate([">>fr<< the sea </s> the cat"], options);
  expect(first?.text.replaceAll(/\s+/g, " ")).toBe("die See die Katze");
});

test("the same three tokens are written twice only where that is allowed", async () => {
  const model = modelOf("en-de");
  const text = "the old sea the old sea the old sea";
  const [free] = await model.translate([text], options);
  expect(free?.text).toBe("die alt See die alt See die alt See");
  const [bound] = await model.translate([text], { ...options, forbidsRepeats: true });
  expect(bound?.text).not.toContain("die alt See die alt See");
});

test("a page goes through English into French, its adjectives behind their nouns", async () => {
  const told: string[] = [];
  await runTranslation(
    {
      legs: [
        { model: modelOf("de-en"), from: "de", to: "en" },
        { model: modelOf("en-fr"), from: "en", to: "fr" },
      ],
      texts: ["Die Katze sieht die alt Brücke.", "die See ist sehr kalt heute", "42 %"],
    },
    (event) => {
      if (event.kind === "translated") told[event.index] = `${event.text} ${event.isTranslated}`;
    },
    never,
  );
  expect(told).toEqual([
    "Le chat voit le pont vieux. true",
    "le mer est très froid aujourd'hui true",
    "42 % true",
  ]);
});
