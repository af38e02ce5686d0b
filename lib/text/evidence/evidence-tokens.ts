import { isFunctionWord } from "./function-words.ts";
import { stemOf } from "./stem.ts";
import { sensesOf } from "./senses.ts";

/** A word, or a few characters of a script without spaces, and where it stands. */
export interface Token {
  /** As written, in lower case. */
  word: string;
  /** What it shares with its inflections. */
  stem: string;
  /** Meanings that it shares with other words. */
  senses: readonly string[];
  start: number;
  end: number;
  /** Whether it says something by itself. */
  isContent: boolean;
}

/** The words of a text in order; characters of scripts without spaces overlap. */
export function tokensOf(text: string, language: string | null): Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (isUnspaced.test(run)) tokens.push(...pairsOf(run, index));
    else tokens.push(tokenOf(run, index, language));
  }
  return tokens.map((token, at) => asPair(token, tokens.slice(at + 1, at + 3), language));
}

const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々";
const isUnspaced = new RegExp(`^[${unspaced}]`, "u");
const runs = new RegExp(
  `[${unspaced}][${unspaced}\\p{M}]*|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+(?:['’](?:s|t|re|ve|ll|d|m)(?!\\p{L}))?`,
  "giu",
);
const isHiragana = /^\p{Script=Hiragana}+$/u;

function tokenOf(written: string, start: number, language: string | null): Token {
  const word = written.toLowerCase().replace("’", "'");
  const stem = stemOf(word, language);
  const isContent = !isFunctionWord(word, language) || /^\p{Lu}{2,}$/u.test(written);
  const senses = sensesOf(stem, language);
  return { word, stem, senses, start, end: start + written.length, isContent };
}

/** "Turned down" and "turned it down" mean what "turn-down" does, and not what "turn" does. */
function asPair(token: Token, after: readonly Token[], language: string | null): Token {
  for (const { word } of after) {
    const senses = sensesOf(`${token.stem}-${word}`, language);
    if (senses.length > 0) return { ...token, senses };
  }
  return token;
}

/** Pairs stand for words; pairs of hiragana are mostly grammar. */
function pairsOf(run: string, at: number): Token[] {
  const length = Math.max(1, run.length - 1);
  return Array.from({ length }, (_, offset): Token => {
    const word = run.slice(offset, offset + 2);
    const start = at + offset;
    const isContent = !isHiragana.test(word);
    return { word, stem: word, senses: [], start, end: start + word.length, isContent };
  });
}
