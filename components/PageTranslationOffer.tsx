import { useState } from "preact/hooks";
import { packs } from "../lib/models/catalogue/packs.ts";
import { languageName } from "../lib/models/packs.ts";
import type { PageTranslating } from "../lib/panel/translating-page.ts";

interface Props {
  translating: Pick<PageTranslating, "target">;
  onTranslate: (to: string) => void;
}

const targets = [...new Set(packs.map(({ to }) => to))].toSorted((one, other) =>
  languageName(one).localeCompare(languageName(other), "en"),
);

/** Has the page in front of the reader translated, into which language the reader says. */
export function PageTranslationOffer({ translating, onTranslate }: Props) {
  const [to, setTo] = useState(translating.target.value);
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
