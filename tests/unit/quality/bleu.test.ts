import { expect, test } from "vitest";
import { bleu, tokenize } from "../../quality/translate/bleu.ts";

test("words and signs are cut as WMT does it", () => {
  expect(tokenize("Hello, world! It's 3.5-4 (or 1,000).").join(" ")).toBe(
    "Hello , world ! It's 3.5 - 4 ( or 1,000 ) .",
  );
  expect(tokenize("a&quot;b&amp;c U.S. end.").join(" ")).toBe('a " b & c U . S . end .');
  expect(tokenize("„Ja“, sagte er – 5%").join(" ")).toBe("„Ja“ , sagte er – 5 %");
});

test("a translation that is its reference has 100, and one that shares no word has 0", () => {
  expect(bleu(["the old sea sleeps"], ["the old sea sleeps"])).toBeCloseTo(100);
  expect(bleu(["a b c d"], ["e f g h"])).toBe(0);
});

test("texts too short for four words in a row have none", () => {
  expect(bleu(["the old sea"], ["the old sea"])).toBe(0);
  expect(bleu([""], ["the cat"])).toBe(0);
});

test("runs of words count over the whole set", () => {
  // of 16 words 12 are right, of 14 pairs 7, of 12 threes 4, of 10 fours 2; as long as wanted
  const byHand = 100 * Math.pow((12 / 16) * (7 / 14) * (4 / 12) * (2 / 10), 1 / 4);
  const translations = ["The cat sat on the mat.", "There is 1,000.5 % of it - really?"];
  const references = ["The cat is on the mat.", "There are 1,000.5 % of it, really!"];
  expect(bleu(translations, references)).toBeCloseTo(byHand);
  expect(byHand).toBeCloseTo(39.7635);
});

test("too few words cost, and a length without a right run counts half the least", () => {
  // words 7/7, pairs 4/5, threes 2/3, fours 0/1; seven words where eight are wanted
  const translations = ["die See ist kalt", "die Katze schläft"];
  const references = ["die See ist sehr kalt", "die Katze schläft"];
  const byHand = 100 * Math.exp(1 - 8 / 7) * Math.pow(1 * (4 / 5) * (2 / 3) * (1 / 2), 1 / 4);
  expect(bleu(translations, references)).toBeCloseTo(byHand);
  expect(byHand).toBeCloseTo(62.2946);
});
