import { baseLanguage } from "../abbreviations.ts";

/** A share of a whole in words, such as "three quarters". */
export interface Fraction {
  start: number;
  end: number;
  percent: number;
}

const parts: Readonly<Record<string, readonly [RegExp, Readonly<Record<string, number>>]>> = {
  en: [
    /\b(?:(?<count>a|one|two|three|four)[ -](?<part>half|third|quarter|fifth|tenth)s?|(?<half>half)(?= (?:of|the|a|its|all|their|his|her)\b))\b/giu,
    { half: 50, third: 33.3, quarter: 25, fifth: 20, tenth: 10 },
  ],
  de: [
    /(?<!\p{L})(?:(?<count>ein|zwei|drei|vier)(?:e[mnrs]?)? ?(?<part>drittel|viertel|fünftel|zehntel)s?|(?<half>hälfte))(?!\p{L})/giu,
    { drittel: 33.3, viertel: 25, fünftel: 20, zehntel: 10 },
  ],
  fr: [
    /(?<!\p{L})(?:(?<count>un|deux|trois) (?<part>tiers|quart|cinquième|dixième)s?|(?<half>moitié))(?!\p{L})/giu,
    { tiers: 33.3, quart: 25, cinquième: 20, dixième: 10 },
  ],
  es: [
    /(?<!\p{L})(?:(?<count>un|dos|tres) (?<part>tercio|cuarto|quinto|décimo)s?|(?<half>mitad))(?!\p{L})/giu,
    { tercio: 33.3, cuarto: 25, quinto: 20, décimo: 10 },
  ],
};

const counts: Readonly<Record<string, number>> = {
  two: 2,
  zwei: 2,
  deux: 2,
  dos: 2,
  three: 3,
  drei: 3,
  trois: 3,
  tres: 3,
  four: 4,
  vier: 4,
};

/** The shares of a text that are written in words. */
export function findFractions(text: string, language: string | null): Fraction[] {
  const [pattern, percents] = parts[baseLanguage(language) ?? "en"] ?? [];
  if (!pattern || !percents) return [];
  return Array.from(text.matchAll(pattern), ({ 0: written, index, groups }) => {
    const one = groups?.["half"] ? 50 : (percents[groups?.["part"]?.toLowerCase() ?? ""] ?? 0);
    const percent = one * (counts[groups?.["count"]?.toLowerCase() ?? ""] ?? 1);
    return { start: index, end: index + written.length, percent };
  }).filter(({ percent }) => percent > 0);
}
