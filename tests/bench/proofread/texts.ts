import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { detectLanguage } from "../../../lib/text/language.ts";

/** A sentence with an ordinary mistake, and the same without it. */
export interface Mistake {
  wrong: string;
  right: string;
}

/** The project's own list of ordinary mistakes. */
export function readMistakes(): Mistake[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, "mistakes.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [wrong = "", right = ""] = line.split("\t");
    return { wrong, right };
  });
}

const articlesSchema = v.array(v.object({ text: v.string() }));
const truthSchema = v.record(v.string(), v.object({ articleBody: v.string() }));

/** The English ones of the project's own articles, which are taken for correct. */
export function ownTexts(): Promise<string[]> {
  const file = join(import.meta.dirname, "../draft/articles.json");
  return onlyEnglish(v.parse(articlesSchema, readJson(file)).map(({ text }) => text));
}

/** The English texts of a `.txt` file, of a folder of such, or of one with a `ground-truth.json`. */
export function textsIn(path: string): Promise<string[]> {
  if (!statSync(path).isDirectory()) return onlyEnglish([readFileSync(path, "utf8")]);
  const names = readdirSync(path);
  if (names.includes("ground-truth.json")) {
    const truth = v.parse(truthSchema, readJson(join(path, "ground-truth.json")));
    return onlyEnglish(Object.values(truth).map(({ articleBody }) => articleBody));
  }
  const plain = names.filter((name) => name.endsWith(".txt"));
  return onlyEnglish(plain.map((name) => readFileSync(join(path, name), "utf8")));
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

async function onlyEnglish(texts: readonly string[]): Promise<string[]> {
  const found = await Promise.all(texts.map(detectLanguage));
  return texts.filter((_, index) => found[index]?.language === "en");
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
