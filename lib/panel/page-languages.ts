import { declaredCode, tellLanguage } from "../text/language.ts";
import { dropMarks } from "../text/marked-text.ts";
import type { TextGroup } from "../page/in-place/page-messages.ts";

/** The languages of a page, which it may mix; what was read before speaks for what says too little. */
export class PageLanguages {
  readonly #target: string;
  /** Letters read in each language. */
  readonly #letters = new Map<string, number>();

  /** @param target The language that is translated into, an ISO 639-1 code. */
  constructor(target: string) {
    this.#target = target;
  }

  /** The language of most of what was read, or null. */
  get main(): string | null {
    const [most] = [...this.#letters].toSorted(([, one], [, other]) => other - one);
    return most?.[0] ?? null;
  }

  /**
   * The languages of texts that stand together, as ISO 639-1 codes; null where nothing tells. What
   * the text itself tells counts most, then what the page says of it, then what most of it is in.
   */
  async of(groups: readonly TextGroup[]): Promise<(string | null)[]> {
    const told = await Promise.all(groups.map(({ texts }) => this.#tell(texts.join("\n"))));
    if (this.main === null) await this.#tell(groups.flatMap(({ texts }) => texts).join("\n"));
    return told.map((language, at) => language ?? this.#assume(groups[at]?.language ?? null));
  }

  async #tell(text: string): Promise<string | null> {
    const told = await tellLanguage(dropMarks(text));
    if (!told) return null;
    const { language, letters } = told;
    this.#letters.set(language, (this.#letters.get(language) ?? 0) + letters);
    return language;
  }

  /** A page that says it is in the reader's language, and is not, is not believed. */
  #assume(declared: string | null): string | null {
    const said = declaredCode(declared);
    return said === null || said === this.#target ? this.main : said;
  }
}
