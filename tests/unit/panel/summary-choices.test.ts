import { expect, test } from "vitest";
import { createSummaryChoices, noDefaults } from "../../../lib/panel/summary-choices.ts";
import { optionsOf, type SummaryDefaults, usualChoice } from "../../../lib/tasks/summary-choice.ts";
import type { PageText } from "../../../lib/text/page-text.ts";
import { page as news } from "../components/samples.ts";

const legal: PageText = { ...news, title: "Privacy policy" };
const facts = { ...usualChoice, kind: "facts" } as const;

/** What is kept, as it is stored. */
function open(kept: SummaryDefaults = noDefaults, answerLanguage: string | null = null) {
  const stored = { defaults: kept, answerLanguage };
  const choices = createSummaryChoices({
    read: async () => stored.defaults,
    write: async (defaults) => {
      stored.defaults = defaults;
    },
    answerLanguage: async () => stored.answerLanguage,
  });
  return { choices, stored };
}

test("a page is summarized as usual until the reader chooses, and the next page again", async () => {
  const { choices } = open();
  expect(await choices.forPage(news)).toEqual(usualChoice);
  choices.choose({ kind: "facts" });
  expect(await choices.forPage(news)).toEqual(facts);
  expect(await choices.forPage(legal)).toEqual(usualChoice);
});

test("what is kept for a kind of site is asked for on its pages alone", async () => {
  const { choices, stored } = open();
  await choices.forPage(legal);
  choices.choose({ kind: "facts" });
  expect(choices.keptFor.value).toBe("this-page");
  await choices.keepFor("site-kind");
  expect(choices.keptFor.value).toBe("site-kind");
  const next = open(stored.defaults).choices;
  expect(await next.forPage(news)).toEqual(usualChoice);
  expect(await next.forPage({ ...legal })).toEqual(facts);
});

test("what is kept always is asked for everywhere, but where a kind of site has its own", async () => {
  const { choices } = open({ always: null, bySiteKind: { legal: { ...facts, length: "long" } } });
  await choices.forPage(news);
  choices.choose({ kind: "facts" });
  await choices.keepFor("always");
  expect(choices.keptFor.value).toBe("always");
  expect(await choices.forPage(legal)).toEqual({ ...facts, length: "long" });
});

test.each(["site-kind", "always"] as const)(
  "what was kept for %s can be taken back",
  async (pages) => {
    const { choices, stored } = open();
    await choices.forPage(news);
    choices.choose({ kind: "facts" });
    await choices.keepFor(pages);
    await choices.keepFor("this-page");
    expect(choices.keptFor.value).toBe("this-page");
    expect(stored.defaults).toEqual(noDefaults);
  },
);

test("nothing of a page is among what is stored", async () => {
  const { choices, stored } = open();
  await choices.forPage(news);
  await choices.keepFor("site-kind");
  expect(Object.keys(stored.defaults.bySiteKind)).toHaveLength(1);
  expect(JSON.stringify(stored.defaults)).not.toMatch(/sea|tides/i);
});

test("a summary is in the language of all answers until another is chosen, for this page alone", async () => {
  const { choices, stored } = open(noDefaults, "de");
  await choices.forPage(news);
  expect(choices.language.value).toBe("de");
  choices.chooseLanguage(null);
  expect(choices.language.value).toBeNull();
  stored.answerLanguage = "fr";
  await choices.forPage(legal);
  expect(choices.language.value).toBe("fr");
});

test("a language that is kept stands, and one that is not chosen goes with that of all answers", async () => {
  const { choices, stored } = open(noDefaults, "de");
  await choices.forPage(news);
  choices.chooseLanguage("fr");
  await choices.keepFor("site-kind");
  choices.chooseLanguage("de");
  await choices.keepFor("always");
  expect(stored.defaults.always).toEqual(usualChoice);
  stored.answerLanguage = "es";
  await choices.forPage(legal);
  expect(choices.language.value).toBe("es");
});

test("the task is told of a choice only what its options are", () => {
  expect(optionsOf({ ...facts, language: "de" })).toEqual(facts);
});
