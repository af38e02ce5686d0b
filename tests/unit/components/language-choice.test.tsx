// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { LanguageChoice } from "../../../components/LanguageChoice.tsx";
import { createAnswerLanguage } from "../../../lib/options/answer-language.ts";
import { draw, drawn } from "./draw.ts";

function stored(tag: string | null) {
  const kept = { tag };
  const language = createAnswerLanguage({
    read: async () => kept.tag,
    write: async (tag) => {
      kept.tag = tag;
    },
  });
  return { kept, language };
}

test("a language that is chosen is kept, and the page's own can be chosen again", async () => {
  const { kept, language } = stored("de");
  await language.refresh();
  const select = draw(<LanguageChoice language={language} />).querySelector("select");
  expect(select?.value).toBe("de");
  for (const [value, tag] of [
    ["fr", "fr"],
    ["", null],
  ] as const) {
    if (select) select.value = value;
    select?.dispatchEvent(new Event("change", { bubbles: true }));
    await drawn();
    expect(kept.tag).toBe(tag);
  }
});

test("each language is named in itself", () => {
  const root = draw(<LanguageChoice language={stored(null).language} />);
  expect([...root.querySelectorAll("option")].map(({ text }) => text)).toContain("Deutsch");
});
