import { useState } from "preact/hooks";
import { packs } from "../lib/models/catalogue/packs.ts";
import { languageName } from "../lib/models/packs.ts";

interface Props {
  /** The language that is offered first, an ISO 639-1 code. */
  first: string;
  onTranslate: (to: string) => void;
}

const targets = [...new Set(packs.map(({ to }) => to))].toSorted((one, other) =>
  languageName(one).localeCompare(languageName(other), "en"),
);

/** Has the page in front of the reader translated, into which language the reader says. */
export function PageTranslationOffer({ first, onTranslate }: Props) {
  const [to, setTo] = useState(first);
  const offered = targets.includes(to) ? targets : [to, ...targets];
  return (
    <div class="actions">
      <label class="choice">
        Into
        <select value={to} onChange={({ currentTarget: { value } }) => setTo(value)}>
          {offered.map((language) => (
            <option key={language} value={language}>
              {languageName(language)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onTranslate(to)}>
        Translate
      </button>
    </div>
  );
}
