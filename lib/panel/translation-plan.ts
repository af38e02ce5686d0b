import type { Pack } from "../models/catalogue/packs.ts";
import { findRoute, packsToFetch } from "../models/packs.ts";
import { type Part, splitParts, splitSentenceParts } from "../text/parts.ts";
import type { Line } from "./text-languages.ts";

/** Who translates a piece; nobody what is in the target language already, or has no way there. */
export type TranslatedBy = "packs" | "model" | "nobody";

/** A stretch of a text that is translated by itself. */
export interface Piece {
  part: Part;
  /** The language it is in, an ISO 639-1 code. */
  from: string;
  by: TranslatedBy;
}

/** How a text is to be translated. */
export interface TranslationPlan {
  /** All of the text, in its order. */
  pieces: readonly Piece[];
  /** Packs that are not here and would do what is now done by the model, or by nobody. */
  missing: readonly Pack[];
}

/** What there is to translate with. */
export interface Means {
  /** The packs on this machine. */
  packs: readonly Pack[];
  hasModel: boolean;
}

/** Characters of what a model is given at once: about a paragraph. */
const modelCharacters = 480;

/**
 * Who translates each piece of a text: packs sentence by sentence where they are here, else the model
 * about a paragraph at a time, where there is one.
 */
export function planTranslation(
  lines: readonly Line[],
  to: string,
  { packs, hasModel }: Means,
): TranslationPlan {
  const languages = new Set(lines.map(({ language }) => language));
  const by = new Map<string, TranslatedBy>();
  for (const from of languages) {
    if (from === to) by.set(from, "nobody");
    else if (findRoute({ from, to }, packs)) by.set(from, "packs");
    else by.set(from, hasModel ? "model" : "nobody");
  }
  const foreign = [...languages].filter((from) => from !== to);
  const missing = new Set(foreign.flatMap((from) => packsToFetch({ from, to }, packs)));
  const pieces = lines.flatMap(({ part, language }) =>
    cut(part, language, by.get(language) ?? "nobody"),
  );
  return { pieces, missing: [...missing] };
}

function cut(line: Part, from: string, by: TranslatedBy): Piece[] {
  return partsOf(line, from, by).map((part) => ({ part, from, by }));
}

function partsOf(line: Part, language: string, by: TranslatedBy): readonly Part[] {
  const text = line.lead + line.text + line.tail;
  switch (by) {
    case "packs":
      return splitSentenceParts(text, language);
    case "model":
      return splitParts(text, { most: modelCharacters, measure: ({ length }) => length, language });
    case "nobody":
      return [line];
  }
}
