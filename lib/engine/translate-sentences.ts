import { joinTranslated } from "../text/join-translated.ts";
import { type Part, splitParts } from "../text/parts.ts";
import { translationProblem } from "../text/translation-problem.ts";
import { batchByLength } from "./batch-by-length.ts";
import type { TranslateOptions, TranslationModel } from "./translation-model.ts";

/** A pack in memory. */
export interface Leg {
  model: TranslationModel;
  /** ISO 639-1 codes. */
  from: string;
  to: string;
}

/** A second try goes by parts half as long, but words alone would say too little. */
const FEWEST_PART_TOKENS = 12;

/**
 * Translates sentences, each by itself. Those longer than the model takes are cut at clauses and put
 * together again. What comes out wrong is tried once more in shorter parts. Gives a translation for
 * each sentence, in their order, or null where neither try was good.
 */
export async function translateSentences(
  leg: Leg,
  sentences: readonly string[],
  pause: TranslateOptions["pause"],
): Promise<(string | null)[]> {
  const { model } = leg;
  const first = await tryOnce(leg, sentences, {
    pause,
    forbidsRepeats: false,
    mostTokens: () => model.mostTokens,
  });
  const failed = sentences.filter((_, at) => first[at] === null);
  const second = await tryOnce(leg, failed, {
    pause,
    forbidsRepeats: true,
    mostTokens: (tokens) =>
      Math.min(model.mostTokens, Math.max(FEWEST_PART_TOKENS, Math.ceil(tokens / 2))),
  });
  const again = second.values();
  return first.map((translation) => translation ?? again.next().value ?? null);
}

interface Try extends TranslateOptions {
  /** The longest part of a sentence of so many tokens. */
  mostTokens(sentenceTokens: number): number;
}

async function tryOnce(
  leg: Leg,
  sentences: readonly string[],
  { mostTokens, ...options }: Try,
): Promise<(string | null)[]> {
  const { model, from: language } = leg;
  const measure = (text: string) => model.countTokens(text);
  const cut = sentences.map((sentence) =>
    splitParts(sentence, { most: mostTokens(measure(sentence)), measure, language }),
  );
  const translations = await translateParts(leg, cut.flat(), options);
  return cut.map((parts) => {
    const written = parts.map((part) => translations.get(part) ?? null);
    return isWhole(written) ? joinTranslated(parts, written, leg.to) : null;
  });
}

/** The parts that the model translated well, with what it wrote for them. */
async function translateParts(
  { model, from, to }: Leg,
  parts: readonly Part[],
  options: TranslateOptions,
): Promise<Map<Part, string>> {
  const translations = new Map<Part, string>();
  for (const batch of batchByLength(parts, ({ text }) => model.countTokens(text))) {
    const texts = batch.map(({ text }) => text);
    const written = await model.translate(texts, options);
    for (const [at, part] of batch.entries()) {
      const { text: translation = "", ending = "length" } = written[at] ?? {};
      const problem = translationProblem({ text: part.text, from, translation, to });
      if (ending === "complete" && problem === null) translations.set(part, translation);
    }
  }
  return translations;
}

function isWhole(written: readonly (string | null)[]): written is readonly string[] {
  return !written.includes(null);
}
