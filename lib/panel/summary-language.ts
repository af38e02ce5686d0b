import { mayKnow } from "../models/catalogue/languages.ts";
import type { Pack } from "../models/catalogue/packs.ts";
import { findRoute } from "../models/packs.ts";
import { declaredCode } from "../text/language.ts";

/** In which language a summary is written, and into which packs then translate it. */
export interface SummaryLanguages {
  /** BCP 47 tag; null for the page's own, which is not known. */
  writtenIn: string | null;
  /** An ISO 639-1 code; null where what the model writes is what the reader wants. */
  into: string | null;
}

/** What the choice depends on. */
export interface SummaryWish {
  /** BCP 47 tag of the page's language, or null if unknown. */
  page: string | null;
  /** The language that the reader wants answers in; null for the page's own. */
  wanted: string | null;
  modelId: string;
  /** The packs on this machine. */
  packs: readonly Pack[];
}

/**
 * A summary is written in the page's language where the model knows it, else in English, and
 * translated by packs. Where they are not here, the model writes in the language that is wanted.
 */
export function chooseSummaryLanguages(wish: SummaryWish): SummaryLanguages {
  const { page, modelId, packs } = wish;
  const wanted = wish.wanted ?? page;
  const to = declaredCode(wanted);
  const own = declaredCode(page);
  const from = own !== null && mayKnow(modelId, own) ? own : "en";
  if (to === null || from === to || !findRoute({ from, to }, packs))
    return { writtenIn: wanted, into: null };
  return { writtenIn: from, into: to };
}
