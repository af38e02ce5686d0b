import { describe, expect, test } from "vitest";
import type { EnglishDialect } from "../../../lib/text/english-dialect.ts";
import { proofreadEnglish } from "../../../lib/text/proofread-english.ts";

/** What is suggested first, as "wrong > right". */
async function suggested(text: string, dialect: EnglishDialect = "american") {
  const suggestions = await proofreadEnglish(text, dialect);
  return suggestions.map(
    ({ start, end, corrections }) => `${text.slice(start, end)} > ${corrections[0]}`,
  );
}

describe("an ordinary mistake gets its correction", () => {
  test.each([
    ["I recieved it. Tommorow we leave.", "recieved > received", "Tommorow > Tomorrow"],
    ["Please adress it.", "adress > address"],
    ["I dont know. Youre late.", "dont > don't", "Youre > You're"],
    ["She has a apple.", "a > an"],
    ["The dog lost it's toy.", "it's > its"],
    ["Their going to be late.", "Their > They're"],
    ["I went to the the shop.", "the the > the"],
    ["He go to school.", "go > goes"],
    ["I should of called.", "should of > should have"],
    ["My brother lives in london.", "london > London"],
    ["🎄 i think so.", "i > I"],
  ])("%s", async (text, ...expected) => {
    expect(await suggested(text)).toEqual(expected);
  });
});

describe("what is right, or nobody's business, is left alone", () => {
  test.each([
    ["plain words", "We met on Monday, and it was short. She had had enough."],
    ["names", "Nomura and Weizsäcker met Howitt in Dekalb."],
    ["addresses, mentions and code", "See @orabora, my6sense.com and `recieve_it()`."],
    ["quotations", "He wrote “I recieved it” himself."],
    ["a word that the text keeps using", "A grebble is small. My grebble, your grebble."],
    ["abbreviations", "It is 2.1 cu. ft. and costs 5 bn in all, approx. half."],
    ["style", "All of the people came... It was so very long, and also short."],
    ["nouns made of verbs", "Workout Notes: do this workout today."],
    ["nothing at all", " \n"],
  ])("%s", async (_, text) => {
    expect(await suggested(text)).toEqual([]);
  });
});

describe("a word is spelled as in the English that the text is in", () => {
  const british = "The colour of the harbour was grey when we recieved the programme.";
  const american = "The color of the harbor was gray when we recieved the catalog.";
  test.each(["american", "british", "australian", "canadian", "indian"] as const)(
    "wherever its reader is: %s",
    async (own) => {
      expect(await suggested(british, own)).toEqual(["recieved > received"]);
      expect(await suggested(american, own)).toEqual(["recieved > received"]);
    },
  );

  test("and as the reader's own where it is mixed", async () => {
    const mixed = "The colour is nice, and so is the other color.";
    expect(await suggested(mixed, "american")).toEqual(["colour > color"]);
    expect(await suggested(mixed, "british")).toEqual(["color > colour"]);
  });
});

test("places are those of the text, also behind emoji and in long texts", async () => {
  const filler = "The tide comes and goes. 👩‍👩‍👧 ".repeat(40);
  const [only, ...more] = await proofreadEnglish(`${filler}I recieved it.`, "american");
  expect(more).toEqual([]);
  expect(only).toMatchObject({ start: filler.length + 2, end: filler.length + 10 });
});
