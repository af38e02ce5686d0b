import { expect, test } from "vitest";
import { translationProblem } from "../../../lib/text/translation-problem.ts";

test.each([
  ["en", "It cost $5 million.", "zh", "费用为500万美元。"],
  ["en", "It cost $5 million.", "ja", "費用は500万ドルでした。"],
  ["en", "About 2.3 billion people came.", "ja", "約23億人が来ました。"],
  ["zh", "约500万人", "en", "About 5 million people"],
  ["en", "It cost 3 million euros.", "ru", "Это стоило 3 миллиона евро."],
  ["en", "There were 3 thousand of them.", "ru", "Их было 3 тысячи."],
  ["pl", "Przyszło 12 milionów osób.", "en", "12 million people came."],
  ["en", "12 million people came.", "sv", "12 miljoner människor kom."],
  ["en", "There are 7 billion of us.", "es", "Somos 7 mil millones."],
  ["en", "There are 7 billion of us.", "ar", "نحن 7 مليارات."],
  ["hi", "5 लाख लोग आए।", "en", "500,000 people came."],
])("%s: %s is the same number as %s: %s", (from, text, to, translation) => {
  expect(translationProblem({ text, from, translation, to })).toBeNull();
});

test.each([
  ["en", "It cost $5 million.", "zh", "费用为600万美元。"],
  ["en", "It cost $5 million.", "zh", "费用为500万欧元。"],
  ["en", "It cost $5 million.", "zh", "费用为5000万美元。"],
  ["en", "There were 3 thousand of them.", "ru", "Их было 3 миллиона."],
])("%s: %s is not the number of %s: %s", (from, text, to, translation) => {
  expect(translationProblem({ text, from, translation, to })).toBe("loses-facts");
});
