import { baseLanguage } from "../abbreviations.ts";

/** A share of a whole in words, such as "three quarters". */
export interface Fraction {
  start: number;
  end: number;
  percent: number;
}

const parts: Readonly<Record<string, readonly [RegExp, Readonly<Record<string, number>>]>> = {
  en: [
    /\b(?:(?<count>a|one|two|three|four)[ -](?<part>half|third|quarter|fifth|tenth)s?|(?<half>half)(?= (?:of|the|a|its|all|their|his|her)\b)(?! (?:a (?:century|year|dozen|day|mile|million|billion)|an hour)))\b/giu,
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
    /(?<!\p{L})(?:(?<count>una?|dos|tres) (?<part>tercio|cuarto|quinto|décimo|tercera(?= parte)|cuarta(?= parte)|quinta(?= parte)|décima(?= parte))s?|(?<half>mitad))(?!\p{L})/giu,
    {
      tercio: 33.3,
      tercera: 33.3,
      cuarto: 25,
      cuarta: 25,
      quinto: 20,
      quinta: 20,
      décimo: 10,
      décima: 10,
    },
  ],
  it: [
    /(?<!\p{L})(?:(?<count>un|due|tre) (?<part>terz[oi]|quart[oi]|quint[oi]|decim[oi])|(?<half>metà))(?!\p{L})/giu,
    {
      terzo: 33.3,
      terzi: 33.3,
      quarto: 25,
      quarti: 25,
      quinto: 20,
      quinti: 20,
      decimo: 10,
      decimi: 10,
    },
  ],
  pt: [
    /(?<!\p{L})(?:(?<count>um|dois|três) (?<part>terço|quarto|quinto|décimo)s?|(?<half>metade))(?!\p{L})/giu,
    { terço: 33.3, quarto: 25, quinto: 20, décimo: 10 },
  ],
  nl: [
    /(?<!\p{L})(?:(?<count>een|twee|drie|vier) ?(?<part>derde|kwart|vijfde|tiende)|(?<half>helft))(?!\p{L})/giu,
    { derde: 33.3, kwart: 25, vijfde: 20, tiende: 10 },
  ],
};

const counts: Readonly<Record<string, number>> = {
  two: 2,
  zwei: 2,
  deux: 2,
  dos: 2,
  due: 2,
  dois: 2,
  twee: 2,
  three: 3,
  drei: 3,
  trois: 3,
  tres: 3,
  tre: 3,
  três: 3,
  drie: 3,
  four: 4,
  vier: 4,
};

/** "One in five", "two out of three", once the numbers above one are in digits. */
const ratios: Readonly<Record<string, RegExp>> = {
  // neither a year nor a stretch of time
  en: /\b(one|\d+) (?:in|out of) (?:every )?(?!(?:1[5-9]|20)\d\d\b)(\d[\d,]*)(?![\d%:])(?! (?:second|minute|hour|day|week|month|year|game|match)e?s?\b)/giu,
  de: /(?<!\p{L})(eine?[rs]?|\d+) von (\d[\d.]*)(?!\d)/giu,
  fr: /(?<!\p{L})(une?|\d+) (?:personnes? )?sur (\d[\d ]*)(?!\d)/giu,
  es: /(?<!\p{L})(un[oa]?|\d+) de cada (\d[\d.]*)(?!\d)/giu,
  it: /(?<!\p{L})(un[oa]?|\d+) su (\d[\d.]*)(?!\d)/giu,
  pt: /(?<!\p{L})(uma?|\d+) em cada (\d[\d.]*)(?!\d)/giu,
  nl: /(?<!\p{L})([eé][eé]n|\d+) op de (\d[\d.]*)(?!\d)/giu,
};

/** The shares of a text that are written as "one in five", its numbers in digits. */
export function findRatios(digits: string, language: string | null): Fraction[] {
  const pattern = ratios[baseLanguage(language) ?? "en"];
  if (!pattern) return [];
  return Array.from(digits.matchAll(pattern), ({ 0: written, 1: count, 2: of = "", index }) => {
    const percent = (100 * (Number(count) || 1)) / Number(of.replace(/\D/g, ""));
    return { start: index, end: index + written.length, percent };
  }).filter(({ percent }) => percent < 100);
}

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
