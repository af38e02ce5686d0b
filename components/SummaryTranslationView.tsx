import { languageName } from "../lib/models/packs.ts";
import { joinPieces } from "../lib/panel/translated-pieces.ts";
import type { SummaryTranslation } from "../lib/panel/translating-summary.ts";
import { CopyButtons } from "./CopyButtons.tsx";
import { Notice } from "./Notice.tsx";
import { TranslatedPieces } from "./TranslatedPieces.tsx";

interface Props {
  translation: SummaryTranslation | null;
  onCopy: (text: string) => Promise<boolean>;
}

/** A summary in the reader's language beside what the model wrote, and who did what. */
export function SummaryTranslationView({ translation, onCopy }: Props) {
  if (translation === null) return null;
  const { pieces, from, to, isRunning, error } = translation;
  const name = languageName(to);
  return (
    <section aria-label={`In ${name}`}>
      <h3>In {name}</h3>
      <p class="small-print">
        Written in {languageName(from)} by the model and translated into {name} by a pack.
      </p>
      <Notice error={error} />
      <TranslatedPieces {...{ pieces, to, isRunning }} />
      {!isRunning && error === null && (
        <div class="actions">
          <CopyButtons texts={{ [`Copy in ${name}`]: joinPieces(pieces, to) }} onCopy={onCopy} />
        </div>
      )}
    </section>
  );
}
