import type { AnswerLanguage } from "../lib/options/answer-language.ts";

/** Languages that several models of the catalogue write; whether one does well in it is not known. */
const offered = "ar cs da de en es fi fr hi hu id it ja ko nl pl pt ru sv tr uk vi zh".split(" ");

/** The language that answers are asked for in. */
export function LanguageChoice({ language }: { language: AnswerLanguage }) {
  const chosen = language.tag.value;
  const tags = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <>
      <label class="choice">
        Answers are written in
        <select
          value={chosen ?? ""}
          onChange={({ currentTarget: { value } }) => language.choose(value || null)}
        >
          <option value="">the page’s language</option>
          {tags.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </select>
      </label>
      <p class="small-print">
        The model is asked for it; small models know few languages well. Instant summaries are the
        page’s own sentences.
      </p>
    </>
  );
}

/** A language's name in that language. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
}
