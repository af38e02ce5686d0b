import { baseLanguage } from "./abbreviations.ts";
import type { Part } from "./parts.ts";

/** Languages that write no space between sentences. */
const unspaced: ReadonlySet<string> = new Set(["ja", "th", "zh"]);

/**
 * Puts the translations of a text's parts together, with the line breaks that stood between the
 * parts, and with spaces where the new language has them.
 */
export function joinTranslated(
  parts: readonly Part[],
  translations: readonly string[],
  language: string,
): string {
  const space = unspaced.has(baseLanguage(language) ?? "") ? "" : " ";
  return parts
    .map(({ lead, text, tail }, at) => {
      const isLast = at === parts.length - 1;
      const gap = isLast || /[\n\r\u2028\u2029]/.test(tail) ? tail : space;
      return lead + (translations[at] ?? text) + gap;
    })
    .join("");
}
