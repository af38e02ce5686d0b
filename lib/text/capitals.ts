import { splitSentences } from "./sentences.ts";

/** A word and where it stands; `starts` when it is the first of a sentence or of a line. */
export interface PlacedWord {
  text: string;
  start: number;
  end: number;
  starts: boolean;
}

/** How texts write their words, which tells a name from a word at the beginning of a sentence. */
export interface Capitals {
  /** Seen in lower case. */
  lower: ReadonlySet<string>;
  /** Seen with a capital where none was needed; in lower case. */
  inner: ReadonlySet<string>;
}

/** The words of a text, in order, without the "'s" of English and without titles and headings. */
export function placeWords(text: string, language: string | null): PlacedWord[] {
  const begins = beginningsOf(text, language);
  let next = 0;
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }): PlacedWord => {
    const starts = index >= (begins[next] ?? Infinity);
    while (index >= (begins[next] ?? Infinity)) next += 1;
    const bare = word.replace(/['’]s?$/, "");
    return { text: bare, start: index, end: index + bare.length, starts };
  }).filter((word) => !isShouted(word, text));
}

const wordPattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’&-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

function beginningsOf(text: string, language: string | null): number[] {
  const begins: number[] = [];
  let from = 0;
  for (const sentence of splitSentences(text, language)) {
    const at = text.indexOf(sentence, from);
    if (at < 0) continue;
    begins.push(at);
    from = at + sentence.length;
  }
  for (const { index } of text.matchAll(/[:|•·–—]\s|[("“„«¿¡]/g)) begins.push(index + 1);
  return begins.toSorted((a, b) => a - b);
}

/** Titles and headings, where most words have capitals, tell nothing. */
function isShouted({ text: word, start }: PlacedWord, text: string): boolean {
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split("\n")
      .at(-1) ?? "";
  const line = before + (text.slice(start, start + 200).split("\n")[0] ?? "");
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  const capitals = line.match(/(?<!\p{L})\p{Lu}/gu) ?? [];
  if (capitals.length < 4 || /[.!?,]\s*$/.test(line)) return false;
  const isAllCapitals = !/\p{Ll}/u.test(line);
  const isTitle = words.every((each) => /^\p{Lu}/u.test(each));
  return isAllCapitals || (isTitle && !hasOddShape(word));
}

/** NASA, iPhone, McDonald, H2O, Covid-19: no sentence makes a word look so. */
export function hasOddShape(word: string): boolean {
  return (
    /^\p{Lu}{2,}s?$/u.test(word) ||
    /\p{Ll}\p{Lu}/u.test(word) ||
    (/^\p{L}/u.test(word) && /\p{N}/u.test(word) && /\p{Lu}/u.test(word))
  );
}

/** What the words of some texts tell about capitals. */
export function capitalsOf(texts: readonly PlacedWord[][]): Capitals {
  const words = texts.flat();
  const isCapital = ({ text }: PlacedWord) => /^\p{Lu}/u.test(text);
  return {
    lower: new Set(words.filter((word) => /^\p{Ll}/u.test(word.text)).map(({ text }) => text)),
    inner: new Set(
      words.filter((word) => isCapital(word) && !word.starts).map(({ text }) => text.toLowerCase()),
    ),
  };
}
