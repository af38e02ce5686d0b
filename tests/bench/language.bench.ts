import { readFileSync } from "node:fs";
import { detectLanguage } from "../../lib/text/language.ts";

/** A sentence and the ISO 639-1 code of the language that it is in. */
interface Labelled {
  language: string;
  text: string;
}

const FEW_WORDS = 5;

/**
 * How often the language of a text is told right: of whole sentences and of their first five words,
 * and microseconds each. `--sentences <file.tsv>` has a line `code<TAB>sentence` for each.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const file = args[args.indexOf("--sentences") + 1];
  if (!args.includes("--sentences") || file === undefined)
    throw new Error("Name a file of sentences: --sentences <file.tsv>");
  const whole = readSentences(readFileSync(file, "utf8"));
  const short = whole.map(({ language, text }) => ({ language, text: firstWords(text) }));
  await detectLanguage("This loads the tables."); // takes long, and once
  return {
    sentences: whole.length,
    languages: new Set(whole.map(({ language }) => language)).size,
    whole: await measure(whole),
    firstFiveWords: await measure(short),
  };
}

function readSentences(file: string): Labelled[] {
  return file.split(/\r?\n/).flatMap((line) => {
    const [language = "", text = ""] = line.split("\t");
    return text.trim() === "" ? [] : { language, text };
  });
}

/** Words as Unicode has them, also where they are not spaced. */
function firstWords(text: string): string {
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  const spoken = [...words].filter(({ isWordLike }) => isWordLike);
  const next = spoken[FEW_WORDS];
  return next ? text.slice(0, next.index).trimEnd() : text;
}

async function measure(sentences: readonly Labelled[]) {
  const wrong: Record<string, number> = {};
  let reliable = 0;
  const startMs = performance.now();
  for (const { language, text } of sentences) {
    const found = await detectLanguage(text);
    if (found?.isReliable) reliable += 1;
    if (found?.language !== language) wrong[language] = (wrong[language] ?? 0) + 1;
  }
  const microseconds = ((performance.now() - startMs) * 1000) / sentences.length;
  const wrongCount = Object.values(wrong).reduce((sum, count) => sum + count, 0);
  return {
    right: 1 - wrongCount / sentences.length,
    reliable: reliable / sentences.length,
    wrongByLanguage: wrong,
    microsecondsEach: Math.round(microseconds),
  };
}
