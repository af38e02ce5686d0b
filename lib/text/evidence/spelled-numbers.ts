import { baseLanguage } from "../abbreviations.ts";

/** Words for 1 to 20, then for the tens up to 90, then for a hundred. */
const rows: Readonly<Record<string, [string, string, string]>> = {
  en: [
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "thirty forty fifty sixty seventy eighty ninety",
    "hundred",
  ],
  de: [
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "hundert",
  ],
  fr: [
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "cent",
  ],
  es: [
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "cien",
  ],
  it: [
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
    "trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "cento",
  ],
  pt: [
    "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte",
    "trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "cem",
  ],
  nl: [
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
    "dertig veertig vijftig zestig zeventig tachtig negentig",
    "honderd",
  ],
};

/** English ordinals from eleven. */
const ordinals =
  "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

interface NumberWords {
  values: ReadonlyMap<string, number>;
  /** One of them. */
  word: RegExp;
  /** One or several that stand together. */
  pattern: RegExp;
}

const cache = new Map<string, NumberWords | null>();

/** A text with its spelled numbers in digits, and where its characters stood. */
export interface Digits {
  digits: string;
  originOf: (at: number) => number;
}

/**
 * Writes the numbers from 2 to 999 in digits; "one" is an article or a pronoun in many languages.
 * "Two million" becomes "2 million".
 */
export function spelledAsDigits(text: string, language: string | null): Digits {
  const words = wordsOf(baseLanguage(language) ?? "en");
  if (!words) return { digits: text, originOf: (at) => at };
  let digits = "";
  let from = 0;
  const shifts: { at: number; origin: number }[] = [{ at: 0, origin: 0 }];
  for (const { start, end, value } of numbersIn(text, words)) {
    if (value < 2) continue;
    digits += text.slice(from, start);
    shifts.push({ at: digits.length, origin: start });
    digits += String(value);
    from = end;
    shifts.push({ at: digits.length, origin: from });
  }
  digits += text.slice(from);
  return { digits, originOf: (at) => originIn(shifts, at) };
}

function originIn(shifts: readonly { at: number; origin: number }[], at: number): number {
  const last = shifts.findLast((shift) => shift.at <= at);
  return last ? last.origin + at - last.at : at;
}

interface SpelledNumber {
  start: number;
  end: number;
  value: number;
}

/** "Six fifty-minute periods" has two numbers. */
function numbersIn(text: string, { values, word: known, pattern }: NumberWords): SpelledNumber[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: written, index }) => {
    const numbers: SpelledNumber[] = [];
    for (const { 0: word, index: at } of written.matchAll(known)) {
      const value = values.get(word.toLowerCase());
      const last = numbers.at(-1);
      if (value === undefined) continue;
      const [start, end] = [index + at, index + at + word.length];
      if (last && follows(last.value, value)) {
        last.value = value === 100 ? last.value * 100 : last.value + value;
        last.end = end;
      } else numbers.push({ start, end, value });
    }
    return numbers;
  });
}

/** "Twenty" and "hundred and twenty" go on with "three", "three" goes on with "hundred". */
function follows(before: number, value: number): boolean {
  if (value === 100) return before < 10;
  const tens = before % 100;
  if (tens === 0) return value < 100;
  // "soixante et onze"
  return tens % 10 === 0 && tens >= 20 && value < (tens === 60 || tens === 80 ? 20 : 10);
}

function wordsOf(language: string): NumberWords | null {
  const known = cache.get(language);
  if (known !== undefined) return known;
  const words = readRow(language);
  cache.set(language, words);
  return words;
}

function readRow(language: string): NumberWords | null {
  const row = rows[language];
  if (!row) return null;
  const [small, tens, hundred] = row.map((words) => words.split(" "));
  const values = new Map<string, number>();
  small?.forEach((word, at) => values.set(word, at + 1));
  tens?.forEach((word, at) => values.set(word, (at + 3) * 10));
  hundred?.forEach((word) => values.set(word, 100));
  if (language === "en") {
    values.set("dozen", 12).set("twice", 2);
    // "third", "fifth" and "tenth" may be shares, "second" a time
    ordinals.forEach((word, at) => values.set(word, at + 11));
  }
  if (language === "de" || language === "nl") addCompounds(values, language);
  if (language === "fr") values.set("quatre-vingt", 80);
  if (language === "it") addItalianCompounds(values);
  if (language === "es") {
    spanishTwenties.forEach((word, at) => values.set(word, at + 21));
    values.set("veintiún", 21).set("veintiuna", 21);
  }
  const one = [...values.keys()].toSorted((a, b) => b.length - a.length).join("|");
  // what joins the parts of one number, in the languages above
  const joint = "(?:[ -](?:and |et |y |e )?|-et-)";
  const article = language === "en" ? "(?:a )?" : "";
  const pattern = `(?<![\\p{L}\\p{N}-])${article}(?:${one})(?:${joint}(?:${one}))*(?![\\p{L}\\p{N}]| centur|-\\p{L}+(?:st|nd|rd|th)(?!\\p{L}))`;
  const word = new RegExp(`(?<!\\p{L})(?:${one})(?!\\p{L})`, "giu");
  return { values, word, pattern: new RegExp(pattern, "giu") };
}

/** "dreiundzwanzig", "drieëntwintig". */
function addCompounds(values: Map<string, number>, language: "de" | "nl"): void {
  const known = [...values];
  for (const [one, unit] of known) {
    if (unit > 9) continue;
    const front = one === "eins" ? "ein" : one;
    const joint = language === "de" ? "und" : /[ei]e$/.test(front) ? "ën" : "en";
    for (const [ten, value] of known)
      if (value >= 20 && value < 100) values.set(front + joint + ten, value + unit);
  }
}

const spanishTwenties =
  "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(
    " ",
  );

/** "ventitré", "trentuno", "centosessanta". */
function addItalianCompounds(values: Map<string, number>): void {
  const small = [...values];
  for (const [ten, value] of small) {
    if (value < 20 || value > 90) continue;
    for (const [one, unit] of small) {
      if (unit > 9) continue;
      values.set(
        (/^[ou]/.test(one) ? ten.slice(0, -1) : ten) + (unit === 3 ? "tré" : one),
        value + unit,
      );
    }
  }
  for (const [word, value] of values) if (value < 100) values.set(`cento${word}`, 100 + value);
}
