import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import type { TaskText } from "../../lib/tasks/task.ts";
import { ExtensionEngine } from "../bench/engine/extension-engine.ts";
import { launch } from "../e2e/launch.ts";
import { scoreSummary, type SummaryScore } from "./summarize/score-summary.ts";

const articlesShape = v.array(
  v.object({
    text: v.string(),
    references: v.array(v.string()),
    title: v.optional(v.string(), ""),
    language: v.optional(v.nullable(v.string()), "en"),
  }),
);

type Article = v.InferOutput<typeof articlesShape>[number];

const ownArticles = join(import.meta.dirname, "../bench/draft/articles.json");

/**
 * How good a model's key points are, asked in the built extension as the panel asks. `--model` is an
 * id of the hub, which needs a network once, or a folder. `--articles <file.json>` takes
 * `[{ text, references, title?, language? }]`, a passage a line of `text`, a heading after "## ";
 * without it the project's own set is used.
 *
 * ROUGE is F1 against the best of the references. `supported` is the share of sentences that Sotto's
 * own check finds in the text, `sectionsCovered` that of sections, or of thirds where there are no
 * headings, that a sentence rests on. `asLong` and `inLanguage` are shares of the summaries.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: "string" },
      articles: { type: "string", default: ownArticles },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  if (!values.model) throw new Error("Name a model: --model <id of the hub, or folder>");
  const articles = readArticles(values.articles);
  const sotto = await launch();
  try {
    const engine = await ExtensionEngine.open(sotto, null);
    await engine.useModel(values.model);
    const scores: SummaryScore[] = [];
    const seconds: number[] = [];
    for (const article of articles) {
      const text = textOf(article);
      const summarized = await engine.summarize(text, false);
      scores.push(await scoreSummary(summarized.text, text, article.references));
      seconds.push(summarized.seconds);
    }
    return {
      model: values.model,
      articles: articles.length,
      ...means(scores),
      seconds: mean(seconds),
    };
  } finally {
    await sotto.close();
  }
}

/** @throws Error with one sentence if the file is no list of articles. */
function readArticles(file: string): Article[] {
  const parsed = v.safeParse(articlesShape, JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success && parsed.output.length > 0) return parsed.output;
  throw new Error(`${file} is no list of { text, references } with at least one of them.`);
}

function textOf({ title, language, text }: Article): TaskText {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const headings = lines.flatMap((line, at) => (line.startsWith("## ") ? at : []));
  return { title, language, passages: lines.map((line) => line.replace(/^## /, "")), headings };
}

function means(scores: readonly SummaryScore[]) {
  return {
    rouge1: mean(scores.map(({ rouge1 }) => rouge1)),
    rouge2: mean(scores.map(({ rouge2 }) => rouge2)),
    rougeL: mean(scores.map(({ rougeL }) => rougeL)),
    supported: mean(scores.flatMap(({ supported }) => supported ?? [])),
    sectionsCovered: mean(scores.map(({ sectionsCovered }) => sectionsCovered)),
    asLong: mean(scores.map(({ isAsLong }) => Number(isAsLong))),
    inLanguage: mean(scores.map(({ isInLanguage }) => Number(isInLanguage))),
  };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4));
}
