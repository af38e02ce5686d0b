import type { Leg } from "../../../lib/engine/translate-sentences.ts";
import type { RawTranslation, TranslationModel } from "../../../lib/engine/translation-model.ts";

/** What a scripted pack makes of a text; a plain string ends by itself. */
export type Rule = (text: string, isSecondTry: boolean) => string | RawTranslation;

/**
 * A pack without a model: its tokens are words. It is as strict as a real one, which takes no text
 * that is too long, and it writes down what it was asked.
 */
export class ScriptedPack implements TranslationModel {
  readonly mostTokens: number;
  readonly batches: string[][] = [];
  readonly #rule: Rule;

  constructor(rule: Rule, mostTokens = 12) {
    this.#rule = rule;
    this.mostTokens = mostTokens;
  }

  countTokens(text: string): number {
    return text.split(/\s+/).filter(Boolean).length;
  }

  async translate(
    ...[texts, { forbidsRepeats, pause }]: Parameters<TranslationModel["translate"]>
  ): Promise<RawTranslation[]> {
    await pause();
    for (const text of texts)
      if (this.countTokens(text) > this.mostTokens && /\s/.test(text)) throw new Error("too long");
    this.batches.push([...texts]);
    return texts.map((text) => {
      const written = this.#rule(text, forbidsRepeats);
      return typeof written === "string" ? { text: written, ending: "complete" } : written;
    });
  }
}

/** A leg from English to German by a scripted pack. */
export function legBy(model: TranslationModel, from = "en", to = "de"): Leg {
  return { model, from, to };
}
