import { packs } from "../lib/models/catalogue/packs.ts";
import { findRoute, languageName, packName } from "../lib/models/packs.ts";
import type { Models } from "../lib/options/models.ts";
import type { Target } from "../lib/panel/selection.ts";
import type {
  Direction,
  SelectionTranslating,
  SelectionTranslation,
  SentencePair,
} from "../lib/panel/translating-selection.ts";
import { ModelSteps } from "./ModelSteps.tsx";
import { Notice } from "./Notice.tsx";
import { RewriteActions } from "./RewriteActions.tsx";
import { copyOnlySentence, replacementSentence } from "./rewrite-sentences.ts";

interface Props {
  translating: SelectionTranslating;
  models: Models;
  onCopy: (text: string) => Promise<boolean>;
}

/** A translation of what is selected on the page, sentence by sentence beside the original. */
export function TranslateView({ translating, models, onCopy }: Props) {
  const subject = translating.subject.value;
  switch (subject.kind) {
    case "none":
      return null;
    case "reading":
      return <div class="reading" />;
    case "unread":
      return (
        <div class="problem">
          <Notice error={subject.error} />
        </div>
      );
    case "selected":
      return <Selected {...{ translating, models, onCopy }} target={subject.target} />;
  }
}

function Selected({ translating, target, models, onCopy }: Props & { target: Target }) {
  const translation = translating.translation.value;
  const direction = translating.direction.value;
  const result = translating.result.value;
  return (
    <article>
      <header class="page-header">
        <h2>Translation</h2>
        <p class="facts">
          <strong class="tag">Selection</strong>
        </p>
      </header>
      <DirectionChoice {...{ translating, direction }} />
      {target.kind === "copy-only" && target.reason === "protected-field" && (
        <p class="caution">{copyOnlySentence[target.reason]}</p>
      )}
      <Written {...{ translation, direction, models }} />
      {translation.kind === "ended" && result && (
        <>
          <RewriteActions {...{ target, result, onCopy }} rewriting={translating} />
          {/* there from the start, so that its changes are announced */}
          <output class="rewrite-status">
            {replacementSentence(translating.replacement.value) ?? summaryOf(translation)}
          </output>
        </>
      )}
    </article>
  );
}

/** Every language that some pack knows. */
const languages = [...new Set(packs.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) =>
  languageName(a).localeCompare(languageName(b)),
);

interface ChoiceProps {
  translating: SelectionTranslating;
  direction: Direction;
}

function DirectionChoice({ translating: { choose }, direction }: ChoiceProps) {
  const { from, to, isSure } = direction;
  const route = from !== null && to !== null ? findRoute({ from, to }) : null;
  return (
    <div class="direction">
      <div class="actions">
        <LanguageField label="From" value={from} onChoose={(from) => void choose({ from, to })} />
        <button
          type="button"
          aria-label="The other direction"
          onClick={() => void choose({ from: to, to: from })}
        >
          ⇄
        </button>
        <LanguageField label="Into" value={to} onChoose={(to) => void choose({ from, to })} />
      </div>
      {!isSure && (
        <p class="caution">
          {from === null
            ? "This text is too short to tell its language. Choose it above."
            : `This is probably ${languageName(from)}, but the text is too short to be sure. ` +
              "Choose another language above if it is not."}
        </p>
      )}
      {from !== null && from === to && <p class="caution">Choose two different languages.</p>}
      {route?.length === 2 && (
        <p class="small-print">By way of English, with two packs, one after the other.</p>
      )}
    </div>
  );
}

interface FieldProps {
  label: string;
  value: string | null;
  onChoose: (code: string | null) => void;
}

function LanguageField({ label, value, onChoose }: FieldProps) {
  const codes = value === null || languages.includes(value) ? languages : [...languages, value];
  return (
    <label class="choice">
      {label}
      <select
        value={value ?? ""}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
      >
        <option value="">choose</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface WrittenProps {
  translation: SelectionTranslation;
  direction: Direction;
  models: Models;
}

function Written({ translation, direction, models }: WrittenProps) {
  switch (translation.kind) {
    case "none":
      return null;
    case "no-pack":
      return <MissingPacks missing={translation.missing} models={models} />;
    case "running":
      return <Pairs {...direction} pairs={translation.pairs} isRunning />;
    case "ended": {
      const { end, pairs } = translation;
      return (
        <>
          {end.kind === "failed" && <Notice error={end.error} />}
          <Pairs {...direction} pairs={pairs} isRunning={false} />
        </>
      );
    }
  }
}

type MissingProps = Pick<WrittenProps, "models"> &
  Pick<Extract<SelectionTranslation, { kind: "no-pack" }>, "missing">;

function MissingPacks({ missing, models }: MissingProps) {
  if (missing.length === 0)
    return <p class="notice">There is no translation pack for these two languages.</p>;
  return (
    <>
      <p class="notice">
        {missing.length === 1
          ? "This needs a translation pack. It is fetched once and then works without a network."
          : "This needs two translation packs. They are fetched once and then work without a network."}
      </p>
      {missing.map((pack) => (
        <section key={pack.id} aria-label={packName(pack)}>
          {pack.caution && <p class="caution">{pack.caution}</p>}
          <ModelSteps
            model={{ id: pack.id, name: `${packName(pack)} pack` }}
            fetching={models.fetching}
            isMain
          />
        </section>
      ))}
    </>
  );
}

interface PairsProps extends Pick<Direction, "from" | "to"> {
  pairs: readonly SentencePair[];
  isRunning: boolean;
}

function Pairs({ pairs, from, to, isRunning }: PairsProps) {
  return (
    <ol class="sentence-pairs" aria-label="Translation" aria-busy={isRunning}>
      {pairs.map(({ part, translated }, at) => (
        // sentences have no names, and keep their places
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <p class="original" lang={from ?? undefined} dir="auto">
            {part.text}
          </p>
          <div class="translated">
            <p lang={to ?? undefined} dir="auto">
              {translated?.text ?? "…"}
            </p>
            {translated && !translated.isTranslated && (
              <p class="caution">Left as it is: no good translation came.</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** How much came of it, as it is shown and announced. */
function summaryOf({ pairs, end }: Extract<SelectionTranslation, { kind: "ended" }>): string {
  const done = pairs.filter(({ translated }) => translated?.isTranslated).length;
  const sentences = pairs.length === 1 ? "1 sentence" : `${pairs.length} sentences`;
  const told =
    done === pairs.length ? `${sentences} translated.` : `${done} of ${sentences} translated.`;
  return end.kind === "stopped" ? `You stopped it. ${told}` : told;
}
