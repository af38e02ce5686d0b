import type { AnswerLanguage } from "../lib/options/answer-language.ts";
import { LanguageOptions } from "./LanguageOptions.tsx";

/** The language that answers are asked for in. */
export function LanguageChoice({ language }: { language: AnswerLanguage }) {
  const chosen = language.tag.value;
  return (
    <>
      <label class="choice">
        Answers are written in
        <select
          value={chosen ?? ""}
          onChange={({ currentTarget: { value } }) => language.choose(value || null)}
        >
          <LanguageOptions chosen={chosen} ownLanguage="the page’s language" />
        </select>
      </label>
      <p class="small-print">
        The model is asked for it; small models know few languages well. Instant summaries are the
        page’s own sentences.
      </p>
    </>
  );
}
