import * as v from "valibot";
import { storage } from "wxt/utils/storage";
import { type EngineSettings, engineSettingsSchema } from "../engine/engine.ts";
import { type OwnTask, parseOwnTasks } from "../tasks/own-task.ts";
import { type SummaryDefaults, summaryDefaultsSchema } from "../tasks/summary-choice.ts";
import { type RewriteWay, rewriteWaySchema } from "../tasks/rewrite-way.ts";

const chosenModel = storage.defineItem<unknown>("local:chosenModel");
const ownTasks = storage.defineItem<unknown>("local:ownTasks");
const lastRewrite = storage.defineItem<unknown>("local:lastRewrite");
const lastWords = storage.defineItem<unknown>("session:lastWords");
const engineSettings = storage.defineItem<unknown>("local:engineSettings");
const lastTargets = storage.defineItem<unknown>("local:lastTargets");
const lastPageTargets = storage.defineItem<unknown>("local:lastPageTargets");
const summaryDefaults = storage.defineItem<unknown>("local:summaryDefaults");
const answerLanguage = storage.defineItem<unknown>("local:answerLanguage");

/** The id of the model that the reader chose last, or null. */
export async function readChosenModel(): Promise<string | null> {
  const parsed = v.safeParse(v.string(), await chosenModel.getValue());
  return parsed.success ? parsed.output : null;
}

export function writeChosenModel(modelId: string | null): Promise<void> {
  return modelId === null ? chosenModel.removeValue() : chosenModel.setValue(modelId);
}

/** The tasks that the reader has written, in the order in which they came. */
export async function readOwnTasks(): Promise<OwnTask[]> {
  return parseOwnTasks(await ownTasks.getValue());
}

export function writeOwnTasks(tasks: readonly OwnTask[]): Promise<void> {
  return ownTasks.setValue(tasks);
}

/** Calls `listener` whenever they have changed; in a service worker it is started for that. */
export function watchOwnTasks(listener: () => void): void {
  ownTasks.watch(() => listener());
}

/** The way in which the reader had text rewritten last, or null. */
export async function readLastRewrite(): Promise<RewriteWay | null> {
  const parsed = v.safeParse(rewriteWaySchema, await lastRewrite.getValue());
  return parsed.success ? parsed.output : null;
}

export function writeLastRewrite(way: RewriteWay): Promise<void> {
  return lastRewrite.setValue(way);
}

/**
 * The words in which the reader asked for a rewrite last, or none. They may tell of what was
 * rewritten, so they are kept in memory and end with the browser.
 */
export async function readLastWords(): Promise<string> {
  const parsed = v.safeParse(v.string(), await lastWords.getValue());
  return parsed.success ? parsed.output : "";
}

export function writeLastWords(words: string): Promise<void> {
  return lastWords.setValue(words);
}

/** How models run, by the reader's choice or by default. */
export async function readEngineSettings(): Promise<EngineSettings> {
  const parsed = v.safeParse(engineSettingsSchema, await engineSettings.getValue());
  return parsed.success ? parsed.output : v.parse(engineSettingsSchema, {});
}

export function writeEngineSettings(settings: EngineSettings): Promise<void> {
  return engineSettings.setValue(settings);
}

/** The language that the reader wants answers in, as a BCP 47 tag; null for the page's own. */
export async function readAnswerLanguage(): Promise<string | null> {
  const parsed = v.safeParse(languageTagSchema, await answerLanguage.getValue());
  return parsed.success ? parsed.output : null;
}

export function writeAnswerLanguage(tag: string | null): Promise<void> {
  return tag === null ? answerLanguage.removeValue() : answerLanguage.setValue(tag);
}

/** Into what the reader had a selection in a language translated last; ISO 639-1 codes. */
export async function readLastTarget(from: string): Promise<string | null> {
  return parseTargets(await lastTargets.getValue())[from] ?? null;
}

export async function writeLastTarget(from: string, to: string): Promise<void> {
  await lastTargets.setValue({ ...parseTargets(await lastTargets.getValue()), [from]: to });
}

/** The same for pages, which are read, where selections are often written. */
export async function readLastPageTarget(from: string): Promise<string | null> {
  return parseTargets(await lastPageTargets.getValue())[from] ?? null;
}

export async function writeLastPageTarget(from: string, to: string): Promise<void> {
  await lastPageTargets.setValue({ ...parseTargets(await lastPageTargets.getValue()), [from]: to });
}

function parseTargets(stored: unknown): Record<string, string> {
  const parsed = v.safeParse(lastTargetsSchema, stored);
  return parsed.success ? parsed.output : {};
}

/** The language that the reader reads, an ISO 639-1 code: the one of answers, or the browser's. */
export async function readReaderLanguage(): Promise<string> {
  const tag = (await readAnswerLanguage()) ?? navigator.language;
  return new Intl.Locale(tag).language;
}

/** What summaries are to be like, by the kind of site and always. */
export async function readSummaryDefaults(): Promise<SummaryDefaults> {
  const parsed = v.safeParse(summaryDefaultsSchema, await summaryDefaults.getValue());
  return parsed.success ? parsed.output : { always: null, bySiteKind: {} };
}

export function writeSummaryDefaults(defaults: SummaryDefaults): Promise<void> {
  return summaryDefaults.setValue(defaults);
}

const languageTagSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
const lastTargetsSchema = v.record(languageTagSchema, languageTagSchema);
