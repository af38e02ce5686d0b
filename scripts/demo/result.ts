import type { Page } from "@playwright/test";
import * as v from "valibot";
import { jobStatsSchema } from "../../lib/engine/engine.ts";
import { deviceSchema } from "../../lib/models/device.ts";
import { shown } from "./shown.ts";

/** What the demo prints. Times are milliseconds from the reader's click to the text in the panel. */
export interface DemoResult {
  page: { title: string; url: string; words: number; language: string | null; readMs: number };
  draft: { sentences: string[]; ms: number };
  answer: DemoAnswer | null;
  /** Every URL on the network that the extension asked for. */
  requests: string[];
  /** Path of a picture of the page and the panel. */
  screenshot: string;
}

interface DemoAnswer {
  modelId: string;
  device: string;
  text: string;
  promptTokens: number;
  answerTokens: number;
  timeToFirstTokenMs: number;
  prefillTokensPerSecond: number;
  decodeTokensPerSecond: number;
}

/** Model loading and a long prompt may take minutes on a slow machine. */
const ANSWER_TIMEOUT_MS = 900_000;

const readDetail = v.object({ words: v.number(), language: v.nullable(v.string()) });
const answerDetail = v.object({
  modelId: v.string(),
  device: deviceSchema,
  stats: jobStatsSchema,
});

/** What the panel shows of the page, and the draft. */
export async function readDraft(
  panel: Page,
  url: string,
): Promise<Pick<DemoResult, "page" | "draft">> {
  const read = await shown(panel, "read");
  const draft = await shown(panel, "draft");
  const { words, language } = v.parse(readDetail, draft.detail);
  const title = await panel.getByRole("heading", { level: 2 }).first().innerText();
  const region = panel.getByRole("region", { name: "Answer" });
  return {
    page: { title, url, words, language, readMs: Math.round(read.ms) },
    draft: {
      sentences: await region.getByRole("listitem").allInnerTexts(),
      ms: Math.round(draft.ms),
    },
  };
}

/** The model's answer once it is complete. */
export async function readAnswer(panel: Page): Promise<DemoAnswer> {
  const firstText = await shown(panel, "first-text", ANSWER_TIMEOUT_MS);
  const { detail } = await shown(panel, "answer", ANSWER_TIMEOUT_MS);
  const { modelId, device, stats } = v.parse(answerDetail, detail);
  return {
    modelId,
    device,
    text: await panel.getByRole("region", { name: "Answer" }).innerText(),
    promptTokens: stats.promptTokens,
    answerTokens: stats.answerTokens,
    timeToFirstTokenMs: Math.round(firstText.ms),
    prefillTokensPerSecond: perSecond(stats.promptTokens - stats.reusedTokens, stats.prefillMs),
    decodeTokensPerSecond: perSecond(stats.answerTokens - 1, stats.decodeMs),
  };
}

/** The result as a person reads it. */
export function describe({ page, draft, answer, requests, screenshot }: DemoResult): string {
  return [
    `${page.title}`,
    `${page.words} words, language ${page.language ?? "unknown"}, read in ${page.readMs} ms`,
    "",
    `Instant summary, in the panel ${draft.ms} ms after the click:`,
    ...draft.sentences.map((sentence) => `  • ${sentence}`),
    "",
    ...describeAnswer(answer),
    "",
    requests.length === 0
      ? "Requests of the extension: none"
      : `Requests of the extension:\n${requests.map((url) => `  ${url}`).join("\n")}`,
    `Screenshot: ${screenshot}`,
  ].join("\n");
}

function describeAnswer(answer: DemoAnswer | null): string[] {
  if (!answer) return ["No model: the panel offers to fetch one. Try --model <id or folder>."];
  return [
    `Answer of ${answer.modelId} on ${answer.device}, first word after ${answer.timeToFirstTokenMs} ms:`,
    ...answer.text.split("\n").map((line) => `  ${line}`),
    `  ${answer.promptTokens} prompt tokens at ${answer.prefillTokensPerSecond} a second, ` +
      `${answer.answerTokens} answer tokens at ${answer.decodeTokensPerSecond} a second`,
  ];
}

function perSecond(count: number, ms: number): number {
  return ms > 0 ? Math.round((count / ms) * 10_000) / 10 : 0;
}
