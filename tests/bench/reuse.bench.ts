import { parseArgs } from "node:util";
import { launch } from "../e2e/launch.ts";
import { ExtensionEngine, type Question } from "./engine/extension-engine.ts";
import { passagesFor } from "./engine/passages.ts";
import { trueShapeModel } from "./engine/true-shape-models.ts";
import { median, round } from "./median.ts";

/** Tokens of the page, and what a prompt has around it. */
const PROMPT_TOKENS = 1_100;

const questions = ["Which bridge was closed, and until when?", "What happened in the night?"];

/**
 * How long a second question about a page waits for its first token, as a share of the first one's
 * wait, in the built extension with a model of true shape; and whether it is answered as when the
 * page is read anew. Each repeat is about another page; the model is loaded and warm.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      threads: { type: "string", default: "1,2" },
      repeats: { type: "string", default: "3" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  const results: unknown[] = [];
  for (const threads of values.threads.split(",").map(Number)) {
    console.error(`Two questions with ${threads} of the processor's threads…`);
    results.push(await compare(threads, Number(values.repeats)));
  }
  return { unit: "ms", model: "smollm2-135m", allowedRatio: 0.15, results };
}

async function compare(threads: number, repeats: number) {
  const sotto = await launch();
  try {
    const engine = await ExtensionEngine.open(sotto, threads);
    await engine.addModel(trueShapeModel("smollm2-135m"));
    await engine.run(passagesFor(0), 8); // loads and warms up
    const pairs = [];
    for (let repeat = 0; repeat < repeats; repeat++) pairs.push(await askTwice(engine, repeat));
    return {
      threads,
      promptTokens: pairs[0]?.second.stats.promptTokens,
      reusedTokens: pairs[0]?.second.stats.reusedTokens,
      firstMs: round(median(pairs.map(({ first }) => first.firstTokenMs)), 0),
      secondMs: round(median(pairs.map(({ second }) => second.firstTokenMs)), 0),
      ratio: round(median(pairs.map(ratioOf)), 3),
      ratios: pairs.map((pair) => round(ratioOf(pair), 3)),
      isSameText: pairs.every(({ second, anew }) => second.text === anew.text),
      answerTokens: pairs.map(({ second }) => second.stats.answerTokens),
    };
  } finally {
    await sotto.close();
  }
}

type Pair = Awaited<ReturnType<typeof askTwice>>;

/** Two questions, and the second once more when another page has taken the place of this one. */
async function askTwice(engine: ExtensionEngine, repeat: number) {
  const page = { title: `The flood, part ${repeat}`, passages: passagesFor(PROMPT_TOKENS) };
  const [firstQuestion = "", secondQuestion = ""] = questions;
  const first = await engine.ask({ ...page, question: firstQuestion, earlier: [] });
  const earlier = [`${firstQuestion}\nBy noon, the bridge over the river.`];
  const followUp: Question = { ...page, question: secondQuestion, earlier };
  const second = await engine.ask(followUp);
  await engine.ask({
    title: "Another page",
    passages: passagesFor(0),
    question: "Why?",
    earlier: [],
  });
  return { first, second, anew: await engine.ask(followUp) };
}

function ratioOf({ first, second }: Pair): number {
  return second.firstTokenMs / first.firstTokenMs;
}
