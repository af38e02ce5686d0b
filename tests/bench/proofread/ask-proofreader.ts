import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import * as v from "valibot";
import type { EnglishDialect } from "../../../lib/text/english-dialect.ts";
import { type Suggestion, suggestionSchema } from "../../../lib/text/suggestion.ts";
import { production } from "../../e2e/launch.ts";

const answerSchema = v.object({
  kind: v.literal("done"),
  suggestions: v.array(suggestionSchema),
});

export interface Proofread {
  suggestions: readonly Suggestion[];
  /** From the question, for the first text from the start of the worker, to the answer. */
  ms: number;
}

/**
 * Has the built extension's own proofreader read texts, one after the other in a worker of a page of
 * the extension that is started for them.
 */
export async function askProofreader(
  page: Page,
  texts: readonly string[],
  dialect: EnglishDialect = "american",
): Promise<Proofread[]> {
  const worker = proofreaderFiles().find((name) => name.endsWith(".js"));
  const answers = await page.evaluate(runProofreader, { worker, texts, dialect });
  return answers.map(({ data, ms }) => ({ ...v.parse(answerSchema, data), ms }));
}

/** What proofreading adds to the package, by the paths of its files in the build. */
export function proofreaderFiles(): string[] {
  const names = readdirSync(join(production, "assets"));
  const own = names.filter((name) => /^(?:proofreader-worker|harper_wasm)/.test(name));
  if (own.length !== 2) throw new Error("the build has no proofreader with its dictionary");
  return own.map((name) => `assets/${name}`);
}

/** Runs in the page. */
async function runProofreader({
  worker: path,
  texts,
  dialect,
}: {
  worker: string | undefined;
  texts: readonly string[];
  dialect: string;
}): Promise<{ data: unknown; ms: number }[]> {
  let askedMs = performance.now();
  const worker = new Worker(`/${path}`, { type: "module" });
  const answers: { data: unknown; ms: number }[] = [];
  for (const text of texts) {
    const data = await new Promise<unknown>((resolve, reject) => {
      worker.onerror = () => reject(new Error("the proofreader broke"));
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage({ text, dialect });
    });
    answers.push({ data, ms: performance.now() - askedMs });
    askedMs = performance.now();
  }
  worker.terminate();
  return answers;
}
