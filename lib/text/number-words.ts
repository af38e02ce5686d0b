import { baseLanguage } from "./abbreviations.ts";

/** Numbers from two to twelve as words, in order; smaller ones are articles in many languages. */
const rows: Readonly<Record<string, string>> = {
  en: "two three four five six seven eight nine ten eleven twelve",
  de: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  fr: "deux trois quatre cinq six sept huit neuf dix onze douze",
  es: "dos tres cuatro cinco seis siete ocho nueve diez once doce",
  it: "due tre quattro cinque sei sette otto nove dieci undici dodici",
  pt: "dois três quatro cinco seis sete oito nove dez onze doze",
  nl: "twee drie vier vijf zes zeven acht negen tien elf twaalf",
  sv: "två tre fyra fem sex sju åtta nio tio elva tolv",
  pl: "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
  ru: "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
};

/** A text with its number words from two to twelve in digits; its length may change. */
export function withDigits(text: string, language: string | null): string {
  const words = rows[baseLanguage(language) ?? "en"]?.split(" ");
  if (!words) return text;
  return text.replace(/\p{L}+/gu, (word) => {
    const at = words.indexOf(word.toLowerCase());
    return at < 0 ? word : String(at + 2);
  });
}
