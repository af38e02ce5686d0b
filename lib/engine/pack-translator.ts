import { AppError } from "../errors.ts";
import type { Pack } from "../models/catalogue/packs.ts";
import { findRoute } from "../models/packs.ts";
import type { EngineSettings } from "./engine.ts";
import type { TranslationEngine } from "./translation.ts";
import type { OnTranslated, TranslatedText, Translation, Translator } from "./translator.ts";

/** What translating by packs needs. */
export interface PackSurroundings {
  engine: TranslationEngine;
  /** The packs on this machine. */
  listPacks(): Promise<readonly Pack[]>;
  readSettings(): Promise<EngineSettings>;
}

/** Translates by the packs on this machine, through English where no pack goes straight. */
export function createPackTranslator(surroundings: PackSurroundings): Translator {
  return {
    translate: (translation, onTranslated, signal) =>
      translateByPacks(surroundings, translation, { onTranslated, signal }),
  };
}

async function translateByPacks(
  { engine, listPacks, readSettings }: PackSurroundings,
  { texts, from, to }: Translation,
  { onTranslated, signal }: { onTranslated: OnTranslated; signal: AbortSignal },
): Promise<readonly TranslatedText[]> {
  const route = findRoute({ from, to }, await listPacks());
  if (!route) throw new AppError("pack-missing", `nothing translates ${from} to ${to}`);
  const results = new Map<number, TranslatedText>();
  await engine.translate(
    {
      packIds: route.map(({ id }) => id),
      texts: [...texts],
      settings: await readSettings(),
    },
    (event) => {
      if (event.kind === "done" || event.index >= texts.length || results.has(event.index)) return;
      const { index, text, isTranslated } = event;
      results.set(index, { text, isTranslated });
      onTranslated(index, { text, isTranslated });
    },
    signal,
  );
  return texts.map((text, index) => results.get(index) ?? { text, isTranslated: false });
}
