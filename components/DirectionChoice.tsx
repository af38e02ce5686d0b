import { packs } from "../lib/models/catalogue/packs.ts";
import { findRoute, languageName } from "../lib/models/packs.ts";
import type { Direction, SelectionTranslating } from "../lib/panel/translating-selection.ts";

/** Every language that some pack knows. */
const languages = [...new Set(packs.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) =>
  languageName(a).localeCompare(languageName(b)),
);

interface Props {
  direction: Direction;
  choose: SelectionTranslating["choose"];
  /** Whether packs do it, as far as is known. */
  isByPacks: boolean;
}

/** From what a selection is translated into what, how that is known, and what way it goes. */
export function DirectionChoice({ direction, choose, isByPacks }: Props) {
  const { from, to } = direction;
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
      <Doubt direction={direction} />
      {from !== null && from === to && <p class="caution">Choose two different languages.</p>}
      {isByPacks && route?.length === 2 && (
        <p class="small-print">By way of English, with two packs, one after the other.</p>
      )}
    </div>
  );
}

/** What speaks for the language, where the text says too little. */
function Doubt({ direction: { from, certainty } }: Pick<Props, "direction">) {
  if (certainty === "sure") return null;
  if (from === null)
    return <p class="caution">This text is too short to tell its language. Choose it above.</p>;
  const name = languageName(from);
  return (
    <p class="caution">
      {certainty === "page"
        ? `This text is too short to tell its language. The page says that it is ${name}. `
        : `This is probably ${name}, but the text is too short to be sure. `}
      Choose another language above if it is not.
    </p>
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
