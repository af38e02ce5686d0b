import type { Evidence } from "./choose-evidence.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex } from "./page-index.ts";
import { namesIn } from "./read-names.ts";
import { stemOf } from "./stem.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Names that are not on the page. */
export function checkNames({ text }: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  const passage = evidence.supports[0]?.sentence.passage ?? null;
  return namesIn(text, page).flatMap(({ start, end, words }): Doubt[] => {
    const isHeld = words.every(
      (word) =>
        page.words.has(word) ||
        page.postings.has(stemOf(word, page.language)) ||
        page.initials.has(word),
    );
    return isHeld ? [] : [{ kind: "not-on-page", what: "name", start, end, passage }];
  });
}
