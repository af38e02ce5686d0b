import * as v from "valibot";
import { engineSettingsSchema } from "./engine.ts";

/** Texts to be translated by packs. */
export const translationJobSchema = v.object({
  /** Used one after the other: one, or two with English between them. */
  packIds: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(2)),
  texts: v.array(v.string()),
  settings: engineSettingsSchema,
});
export type TranslationJob = v.InferOutput<typeof translationJobSchema>;

/** What such a job tells: each text once, not in their order, and then that it is done. */
export const translationEventSchema = v.variant("kind", [
  v.object({
    kind: v.literal("translated"),
    index: v.pipe(v.number(), v.integer(), v.minValue(0)),
    text: v.string(),
    isTranslated: v.boolean(),
  }),
  v.object({ kind: v.literal("done") }),
]);
export type TranslationEvent = v.InferOutput<typeof translationEventSchema>;

/** Translates by packs; one job at a time, and none beside a job of a language model. */
export interface TranslationEngine {
  /**
   * Runs a job after those before it, loading its packs first if need be.
   * @throws AppError any code; `cancelled` soon after `signal` aborts.
   */
  translate(
    job: TranslationJob,
    onEvent: (event: TranslationEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
}
