import type { Translator } from "../engine/translator.ts";
import { AppError } from "../errors.ts";
import type { TextGroup } from "../page/in-place/page-messages.ts";
import { PageLanguages } from "./page-languages.ts";

/** Answers what the script in a page asks for: each text from its own language into one. */
export class PageAnswers {
  /** Languages that no pack here translates; what is in them stays as it was. */
  readonly missing = new Set<string>();
  readonly #to: string;
  readonly #translator: Translator;
  readonly #languages: PageLanguages;

  /** @param to The language that is translated into, an ISO 639-1 code. */
  constructor(to: string, translator: Translator) {
    this.#to = to;
    this.#translator = translator;
    this.#languages = new PageLanguages(to);
  }

  /** The language that most of the page is in, as far as it was asked for; null if not known. */
  get main(): string | null {
    return this.#languages.main;
  }

  /** The languages of texts, with which they are then translated. */
  tell(groups: readonly TextGroup[]): Promise<(string | null)[]> {
    return this.#languages.of(groups);
  }

  /**
   * As many groups of as many texts: null for what has no good translation, and the texts as they
   * are where they are in the target language or no pack is for them.
   * @param languages What `tell` told of the groups.
   */
  async translate(
    groups: readonly TextGroup[],
    languages: readonly (string | null)[],
    signal: AbortSignal,
  ): Promise<(string | null)[][]> {
    const answers = groups.map(({ texts }): (string | null)[] => [...texts]);
    for (const from of new Set(languages)) {
      if (from === null || from === this.#to) continue;
      const inIt = groups.flatMap(({ texts }, at) =>
        languages[at] === from ? texts.map((text, index) => ({ at, index, text })) : [],
      );
      const texts = inIt.map(({ text }) => text);
      const translated = await this.#translateFrom(from, texts, signal);
      for (const [number, { at, index }] of inIt.entries())
        answers[at]?.splice(index, 1, translated[number] ?? null);
    }
    return answers;
  }

  async #translateFrom(
    from: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly (string | null)[]> {
    try {
      const translation = { texts, from, to: this.#to };
      const results = await this.#translator.translate(translation, () => {}, signal);
      return results.map(({ text, isTranslated }) => (isTranslated ? text : null));
    } catch (thrown) {
      const error = AppError.from(thrown);
      if (error.code !== "pack-missing") throw error;
      this.missing.add(from);
      return texts;
    }
  }
}
