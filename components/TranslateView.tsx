import { languageName } from "../lib/models/packs.ts";
import type { Models } from "../lib/options/models.ts";
import type { Selected } from "../lib/panel/selection.ts";
import type {
  Direction,
  SelectionTranslating,
  SelectionTranslation,
} from "../lib/panel/translating-selection.ts";
import { countPieces } from "./count-pieces.ts";
import { DirectionChoice } from "./DirectionChoice.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { MissingPacks } from "./MissingPacks.tsx";
import { Notice } from "./Notice.tsx";
import { RewriteActions } from "./RewriteActions.tsx";
import { SubjectView } from "./SubjectView.tsx";
import { copyOnlySentence, replacementSentence } from "./rewrite-sentences.ts";
import { TranslatedPieces } from "./TranslatedPieces.tsx";

interface Props {
  translating: SelectionTranslating;
  models: Models;
  /** Whether another page stands in front of the reader. */
  isElsewhere: boolean;
  onCopy: (text: string) => Promise<boolean>;
}

/** A translation of what is selected on the page, sentence by sentence beside the original. */
export function TranslateView(props: Props) {
  return (
    <SubjectView subject={props.translating.subject.value}>
      {(selected) => <SelectedView {...props} selected={selected} />}
    </SubjectView>
  );
}

function SelectedView({ translating, selected, models, ...rest }: Props & { selected: Selected }) {
  const { target, page } = selected;
  const translation = translating.translation.value;
  const direction = translating.direction.value;
  const result = translating.result.value;
  return (
    <article>
      {rest.isElsewhere && (
        <Elsewhere
          page={page}
          note={target.kind === "replaceable" ? "Replace works only there." : null}
        />
      )}
      <header class="page-header">
        <h2>Translation</h2>
        <p class="facts">
          <strong class="tag">Selection</strong>
        </p>
      </header>
      <DirectionChoice
        direction={direction}
        choose={translating.choose}
        isByPacks={!isByModel(translation)}
      />
      {target.kind === "copy-only" && target.reason === "protected-field" && (
        <p class="caution">{copyOnlySentence[target.reason]}</p>
      )}
      <Written {...{ translating, translation, direction, models }} />
      {translation.kind === "ended" && result && (
        <>
          <RewriteActions {...{ target, result }} rewriting={translating} onCopy={rest.onCopy} />
          {/* there from the start, so that its changes are announced */}
          <output class="rewrite-status">
            {replacementSentence(translating.replacement.value) ?? summaryOf(translation)}
          </output>
        </>
      )}
    </article>
  );
}

interface WrittenProps {
  translating: SelectionTranslating;
  translation: SelectionTranslation;
  direction: Direction;
  models: Models;
}

function Written({ translating, translation, direction, models }: WrittenProps) {
  const to = direction.to ?? "";
  switch (translation.kind) {
    case "none":
      return null;
    case "no-pack":
      return <NoPack {...{ translating, translation, direction, models }} />;
    case "running":
      return <TranslatedPieces pieces={translation.pieces} to={to} isRunning />;
    case "ended":
      return (
        <>
          {translation.end.kind === "failed" && <Notice error={translation.end.error} />}
          <TranslatedPieces pieces={translation.pieces} to={to} isRunning={false} />
        </>
      );
  }
}

type NoPackProps = WrittenProps & {
  translation: Extract<SelectionTranslation, { kind: "no-pack" }>;
};

function NoPack({ translating, translation, direction, models }: NoPackProps) {
  const { missing, hasModel } = translation;
  const { from, to } = direction;
  if (missing.length === 0)
    return (
      <p class="notice">
        No translation pack goes from {languageName(from ?? "")} to {languageName(to ?? "")}, and
        there is no language model here to translate with.
      </p>
    );
  return (
    <>
      <MissingPacks missing={missing} models={models} />
      {hasModel && (
        <div class="actions">
          <button type="button" onClick={() => void translating.useModel()}>
            Use your language model instead
          </button>
          <p class="small-print">It is slower than a pack, and wrong more often.</p>
        </div>
      )}
    </>
  );
}

function isByModel(translation: SelectionTranslation): boolean {
  return "pieces" in translation && translation.pieces.some(({ by }) => by === "model");
}

/** How much came of it, as it is shown and announced. */
function summaryOf({ pieces, end }: Extract<SelectionTranslation, { kind: "ended" }>): string {
  const wanted = pieces.filter(({ by }) => by !== "nobody");
  const done = wanted.filter(({ translated }) => translated?.isTranslated).length;
  const all = countPieces(wanted);
  const told = done === wanted.length ? `${all} translated.` : `${done} of ${all} translated.`;
  return end.kind === "stopped" ? `You stopped it. ${told}` : told;
}
