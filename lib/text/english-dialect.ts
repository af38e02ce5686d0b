import { baseLanguage } from "./abbreviations.ts";

/** Whose English it is. */
export const englishDialects = ["american", "british", "australian", "canadian", "indian"] as const;
export type EnglishDialect = (typeof englishDialects)[number];

/** Countries that do not spell as Britain does. */
const dialectOf: Readonly<Record<string, EnglishDialect>> = {
  US: "american",
  PH: "american",
  AU: "australian",
  CA: "canadian",
  IN: "indian",
};

/** Whose English a text is, by the first tag (BCP 47) that names a country; else American. */
export function chooseDialect(tags: readonly (string | null)[]): EnglishDialect {
  const english = tags.filter((tag) => baseLanguage(tag) === "en");
  const country = english.map((tag) => /-([A-Z]{2})\b/i.exec(tag ?? "")?.[1]).find(Boolean);
  return country === undefined ? "american" : (dialectOf[country.toUpperCase()] ?? "british");
}
