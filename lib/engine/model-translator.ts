import { AppError } from "../errors.ts";
import { joinTranslated } from "../text/join-translated.ts";
import { detectLanguage } from "../text/language.ts";
import { splitSentenceParts } from "../text/parts.ts";
import { tidyRewrite } from "../text/tidy-rewrite.ts";
import { translationProblem } from "../text/translation-problem.ts";
import type { Engine, EngineSettings } from "./engine.ts";
import type { OnTranslated, TranslatedText, Translation, Translator } from "./translator.ts";

/** What translating by a language model needs. */
export interface ModelTranslatorSurroundings {
  engine: Pick<Engine, "run">;
  /** The model to ask, and how to run it; null when the reader has none. */
  chooseModel(): Promise<{ modelId: string; settings: EngineSettings } | null>;
}

/**
 * Translates by the reader's language model, one text after the other, between any two languages.
 * What it wrote is held to the same guards as a pack's; a text for which they do not hold is tried
 * once more sentence by sentence, and else stays as it was.
 */
export function createModelTranslator(surroundings: ModelTranslatorSurroundings): Translator {
  return {
    translate: (translation, onTranslated, signal) =>
      translateByModel(surroundings, translation, { onTranslated, signal }),
  };
}

async function translateByModel(
  { engine, chooseModel }: ModelTranslatorSurroundings,
  { texts, from, to }: Translation,
  { onTranslated, signal }: { onTranslated: OnTranslated; signal: AbortSignal },
): Promise<readonly TranslatedText[]> {
  const chosen = await chooseModel();
  if (!chosen) throw new AppError("pack-missing", `there is no model for ${from} to ${to}`);
  const asking: Asking = { engine, chosen, from, to, signal };
  const known = new Map<string, TranslatedText>();
  const results: TranslatedText[] = [];
  for (const [index, text] of texts.entries()) {
    const translated = known.get(text) ?? (await translateText(text, asking));
    known.set(text, translated);
    results.push(translated);
    onTranslated(index, translated);
  }
  return results;
}

/** All that is the same for each text. */
interface Asking extends Pick<Translation, "from" | "to"> {
  engine: Pick<Engine, "run">;
  chosen: { modelId: string; settings: EngineSettings };
  signal: AbortSignal;
}

async function translateText(text: string, asking: Asking): Promise<TranslatedText> {
  if (!/\p{L}/u.test(text)) return { text, isTranslated: true };
  const translation = (await ask(text, asking)) ?? (await askSentences(text, asking));
  return { text: translation ?? text, isTranslated: translation !== null };
}

/** Null where a sentence came out wrong, or where the text is one sentence and was tried before. */
async function askSentences(text: string, asking: Asking): Promise<string | null> {
  const parts = splitSentenceParts(text, asking.from);
  if (parts.length === 1) return null;
  const translations: string[] = [];
  for (const part of parts) {
    const translation = await ask(part.text, asking);
    if (translation === null) return null;
    translations.push(translation);
  }
  return joinTranslated(parts, translations, asking.to);
}

/** What the model makes of a text, without what it said around it; null if it is not good. */
async function ask(text: string, asking: Asking): Promise<string | null> {
  const { engine, chosen, from, to, signal } = asking;
  let written: string | null = null;
  await engine.run(
    {
      ...chosen,
      taskId: "translate",
      options: {},
      into: to,
      text: { title: "", language: from, passages: text.split("\n") },
    },
    (event) => {
      if (event.kind === "done" && event.ending === "complete") written = event.text;
    },
    signal,
  );
  const translation = tidyRewrite(written ?? "", text).trim();
  return (await isGood(translation, text, asking)) ? translation : null;
}

async function isGood(
  translation: string,
  text: string,
  { from, to }: Pick<Translation, "from" | "to">,
): Promise<boolean> {
  if (translationProblem({ text, from, translation, to }) !== null) return false;
  // a remark, or an answer to what the text asks
  if (lineCount(translation) > lineCount(text)) return false;
  const found = await detectLanguage(translation);
  return !(found?.isReliable && found.language === from);
}

function lineCount(text: string): number {
  return text.split("\n").length;
}
