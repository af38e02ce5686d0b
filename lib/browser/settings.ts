import * as v from "valibot";
import { storage } from "wxt/utils/storage";
import { type RewriteKind, rewriteKinds } from "../tasks/rewrite.task.ts";
import { type EngineSettings, engineSettingsSchema } from "../engine/engine.ts";

const chosenModel = storage.defineItem<unknown>("local:chosenModel");
const lastRewrite = storage.defineItem<unknown>("local:lastRewrite");
const engineSettings = storage.defineItem<unknown>("local:engineSettings");
const answerLanguage = storage.defineItem<unknown>("local:answerLanguage");

/** The id of the model that the reader chose last, or null. */
export async function readChosenModel(): Promise<string | null> {
  const parsed = v.safeParse(v.string(), await chosenModel.getValue());
  return parsed.success ? parsed.output : null;
}

export function writeChosenModel(modelId: string | null): Promise<void> {
  return modelId === null ? chosenModel.removeValue() : chosenModel.setValue(modelId);
}

/** The way in which the reader had text rewritten last, or null. */
export async function readLastRewrite(): Promise<RewriteKind | null> {
  const parsed = v.safeParse(v.picklist(rewriteKinds), await lastRewrite.getValue());
  return parsed.success ? parsed.output : null;
}

export function writeLastRewrite(kind: RewriteKind): Promise<void> {
  return lastRewrite.setValue(kind);
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

const languageTagSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
