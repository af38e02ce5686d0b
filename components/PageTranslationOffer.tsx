import { useState } from "preact/hooks";
import { packs } from "../lib/models/catalogue/packs.ts";
import { languageName } from "../lib/models/packs.ts";

interface Props {
  /** The page's own language, an ISO 639-1 code, as far as it is known. */
  from: string | null;
  /** The language that is offered first; null leaves it to the reader. */
  first: string | null;
  onTranslate: (to: string) => void;
}

const targets = [...new Set(packs.map(({ to }) => to))].toSorted((one, other) =>
  languageName(one).localeCompare(languageName(other), "en"),
);

/** Has the page in front of the reader translated, into which language the reader says. */
export function PageTranslationOffer({ from, first, onTranslate }: Props) {
  const [to, setTo] = useState(first);
  const others = targets.filter((language) => language !== from);
  const offered = to === null || others.includes(to) ? others : [to, ...others];
  return (
    <div class="actions">
      <label class="choice">
        Into
        <select value={to ?? ""} onChange={({ currentTarget: { value } }) => setTo(value)}>
          {to === null && <option value="">Choose a language</option>}
          {offered.map((language) => (
            <option key={language} value={language}>
              {languageName(language)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={to === null} onClick={() => to !== null && onTranslate(to)}>
        Translate
      </button>
    </div>
  );
}
