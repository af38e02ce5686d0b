import { languageName } from "../lib/models/packs.ts";
import type { SummaryTranslation } from "../lib/panel/translating-summary.ts";
import { Notice } from "./Notice.tsx";
import { TranslatedPieces } from "./TranslatedPieces.tsx";

/** A summary in the reader's language beside what the model wrote, and who did what. */
export function SummaryTranslationView({
  translation,
}: {
  translation: SummaryTranslation | null;
}) {
  if (translation === null) return null;
  const { pieces, from, to, isRunning, error } = translation;
  return (
    <section aria-label={`In ${languageName(to)}`}>
      <h3>In {languageName(to)}</h3>
      <p class="small-print">
        Written in {languageName(from)} by the model and translated into {languageName(to)} by a
        pack.
      </p>
      <Notice error={error} />
      <TranslatedPieces {...{ pieces, to, isRunning }} />
    </section>
  );
}
