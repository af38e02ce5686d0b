import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { writeDraft } from "../../lib/text/draft.ts";
import type { Passage } from "../../lib/text/page-text.ts";
import { splitSentences } from "../../lib/text/sentences.ts";
import { warmUpDraft } from "../../lib/text/warm-up-draft.ts";
import { lead, textRank } from "./draft/baselines.ts";
import { rouge, type Rouge } from "./draft/rouge.ts";

const articleShape = v.object({
  text: v.string(),
  references: v.array(v.string()),
  title: v.optional(v.string(), ""),
  language: v.optional(v.nullable(v.string()), "en"),
  kind: v.optional(v.string(), "given"),
  heldOut: v.optional(v.boolean(), false),
});

type Article = v.InferOutput<typeof articleShape>;

/** Sentences in every summary that is compared. */
const sentences = 3;

const methods: Record<string, (article: Article) => string[]> = {
  sotto: (article) => draftOf(article),
  lead3: ({ text, language }) => lead(splitSentences(text, language), sentences),
  textrank: ({ text, language }) => textRank(splitSentences(text, language), sentences),
};

/**
 * ROUGE F1 of the draft beside LEAD-3 and TextRank on the same sentences, and milliseconds an
 * article. `--articles <file.json>` takes `[{ text, references, title?, language? }]`, the text in
 * paragraphs; without it the project's own set is used, in its parts.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const at = args.indexOf("--articles");
  const own = join(import.meta.dirname, "draft/articles.json");
  const file = at < 0 ? own : (args[at + 1] ?? own);
  const articles = v.parse(v.array(articleShape), JSON.parse(readFileSync(file, "utf8")));
  warmUpDraft(); // as the panel does
  const milliseconds = articles.map(timed);
  const parts = Map.groupBy(articles, partOf);
  return {
    articles: articles.length,
    rouge: "F1, no stemming, ROUGE-L of whole texts, best of several references",
    parts: Object.fromEntries([...parts].map(([part, members]) => [part, scoresOf(members)])),
    ...scoresOf(articles),
    ms: summaryOf(milliseconds),
  };
}

function partOf({ kind, heldOut }: Article): string {
  return `${kind}, ${heldOut ? "held out" : "in sight"}`;
}

function scoresOf(articles: readonly Article[]): Record<string, Rouge> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, summarize]) => {
      const scores = articles.map((article) =>
        rouge(summarize(article).join(" "), article.references),
      );
      return [name, meanOf(scores)];
    }),
  );
}

function meanOf(scores: readonly Rouge[]): Rouge {
  const mean = (of: (score: Rouge) => number) =>
    Number((scores.reduce((sum, score) => sum + of(score), 0) / scores.length).toFixed(4));
  return {
    rouge1: mean((score) => score.rouge1),
    rouge2: mean((score) => score.rouge2),
    rougeL: mean((score) => score.rougeL),
  };
}

function draftOf(article: Article): string[] {
  const { title, language } = article;
  const draft = writeDraft(passagesOf(article.text), { title, language, sentences });
  return draft.map(({ text }) => text);
}

function passagesOf(text: string): Passage[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index) => ({
    number: index + 1,
    kind: "paragraph",
    text: line.trim(),
    place: String(index),
  }));
}

function timed(article: Article): number {
  const before = performance.now();
  draftOf(article);
  return performance.now() - before;
}

function summaryOf(milliseconds: readonly number[]): Record<string, number> {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: round(at(0.5)), p95: round(at(0.95)), first: round(milliseconds[0]) };
}

function round(milliseconds = 0): number {
  return Number(milliseconds.toFixed(2));
}
