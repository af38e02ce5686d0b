import type { KeptFor, SummaryChoices } from "../lib/panel/summary-choices.ts";
import type { SummaryChoice } from "../lib/tasks/summary-choice.ts";
import {
  type SummaryKind,
  summaryKinds,
  type SummaryLength,
  summaryLengths,
} from "../lib/tasks/summarize.task.ts";
import type { SiteKind } from "../lib/text/site-kind.ts";
import { LanguageOptions } from "./LanguageOptions.tsx";

interface Props {
  choices: SummaryChoices;
  /** Has the page summarized in the way that is now chosen. */
  onChange: () => void;
}

/** What the model's summary is to be like, in a row: a change asks anew. */
export function SummaryChoicesRow({ choices, onChange }: Props) {
  const { kind, length, words } = choices.choice.value;
  const choose = (change: Partial<Omit<SummaryChoice, "language">>) => {
    choices.choose(change);
    onChange();
  };
  return (
    <fieldset class="summary-choices" aria-label="What the summary is like">
      <Select
        label="Kind"
        value={kind}
        names={kindNames}
        all={summaryKinds}
        onChoose={(kind) => choose({ kind })}
      />
      <Select
        label="Length"
        value={length}
        names={lengthNames}
        all={summaryLengths}
        onChoose={(length) => choose({ length })}
      />
      <LanguageOfSummary {...{ choices, onChange }} />
      <PlainWords isPlain={words === "plain"} onChoose={(words) => choose({ words })} />
      <KeptForSelect choices={choices} />
    </fieldset>
  );
}

function LanguageOfSummary({ choices, onChange }: Props) {
  const chosen = choices.language.value;
  return (
    <select
      aria-label="Language"
      value={chosen ?? ""}
      onChange={({ currentTarget: { value } }) => {
        choices.chooseLanguage(value || null);
        onChange();
      }}
    >
      <LanguageOptions chosen={chosen} ownLanguage="The page’s language" />
    </select>
  );
}

interface PlainWordsProps {
  isPlain: boolean;
  onChoose: (words: SummaryChoice["words"]) => void;
}

function PlainWords({ isPlain, onChoose }: PlainWordsProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isPlain}
        onChange={({ currentTarget: { checked } }) => onChoose(checked ? "plain" : "the page's")}
      />
      Plain language
    </label>
  );
}

/** For which pages the choice is kept as the default. */
function KeptForSelect({ choices }: Pick<Props, "choices">) {
  return (
    <Select
      label="Use this for"
      value={choices.keptFor.value}
      names={{
        "this-page": "For this page",
        "site-kind": `For ${siteKindNames[choices.siteKind.value]}`,
        always: "For every page",
      }}
      all={keptFor}
      onChoose={(pages) => void choices.keepFor(pages)}
    />
  );
}

const keptFor: readonly KeptFor[] = ["this-page", "site-kind", "always"];

const kindNames: Readonly<Record<SummaryKind, string>> = {
  "key points": "Key points",
  "short text": "Short text",
  "one sentence": "One sentence",
  headline: "Headline",
  facts: "Table of facts",
  outline: "Outline",
};

const lengthNames: Readonly<Record<SummaryLength, string>> = {
  short: "Short",
  medium: "Medium",
  long: "Long",
};

const siteKindNames: Readonly<Record<SiteKind, string>> = {
  news: "articles",
  documentation: "documentation",
  forum: "discussions",
  shop: "shops",
  legal: "legal texts",
  other: "other pages",
};

interface SelectProps<Value extends string> {
  /** Said to whoever cannot see the row. */
  label: string;
  value: Value;
  all: readonly Value[];
  names: Readonly<Record<Value, string>>;
  onChoose: (value: Value) => void;
}

function Select<Value extends string>({ label, value, all, names, onChoose }: SelectProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = all[currentTarget.selectedIndex];
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {all.map((each) => (
        <option key={each} value={each}>
          {names[each]}
        </option>
      ))}
    </select>
  );
}
