import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findProtected } from "../../../lib/text/protected-spans.ts";
import { oddText } from "./odd-text.ts";

/** What is found, as "kind text". */
const cases: readonly (readonly [language: string | null, text: string, ...found: string[]])[] = [
  ["en", "Nothing here needs to be kept."],
  ["en", ""],
  ["en", "I paid $1,250.50 for 3 of 12 items.", "amount $1,250.50", "number 3", "number 12"],
  ["en", "About 1.5 million people, or 12 %.", "number 1.5 million", "amount 12 %"],
  ["en", "H2O and COVID-19 are no numbers.", "name H2O", "name COVID-19"],
  ["en", "Add ½ cup, then 2½ more, at a ratio of 3:1.", "number ½", "number 2½", "number 3:1"],
  ["en", "1. Open it\n2. Close it"],
  ["en", "- 3 eggs\n- 200 g flour", "number 3", "amount 200 g"],
  ["en", "Use 10.0.3, not 10.0.2.", "number 10.0.3", "number 10.0.2"],
  ["en", "Between 10-20 people in 2024.", "number 10", "number 20", "number 2024"],
  ["en", "On Monday, 3 May 2024 at 10:30 am.", "date Monday", "date 3 May 2024", "date 10:30 am"],
  ["en", "On the 3rd of May and on Dec. 24, 2023.", "date 3rd of May", "date Dec. 24, 2023"],
  ["en", "You may march on; it may rain in 5 minutes.", "amount 5 minutes"],
  ["en", "From 2024-05-03 to 12/31/2024.", "date 2024-05-03", "date 12/31/2024"],
  [
    "en",
    "See https://a.example/x_(y), www.b.example or c.org/d.",
    "url https://a.example/x_(y)",
    "url www.b.example",
    "url c.org/d",
  ],
  ["en", "(https://example.com/a?b=1&c=2#d)", "url https://example.com/a?b=1&c=2#d"],
  ["en", "Mail first.last+tag@mail.example.co.uk.", "mail first.last+tag@mail.example.co.uk"],
  [
    "en",
    "Run `a b`, call foo() and set MAX_SIZE in app.json.",
    "code `a b`",
    "code foo()",
    "code MAX_SIZE",
    "code app.json",
  ],
  ["en", "```js\nlet a = 1;\n```", "code ```js\nlet a = 1;\n```"],
  ["en", "Pass --verbose to /usr/bin/env.", "code --verbose", "code /usr/bin/env"],
  ["en", "This and/or that, he/she, 24/7.", "number 24/7"],
  [
    "en",
    "Hi {{first_name}}, {n} of %d, ${x}, [NAME], <your name>.",
    "placeholder {{first_name}}",
    "placeholder {n}",
    "placeholder %d",
    "placeholder ${x}",
    "placeholder [NAME]",
    "placeholder <your name>",
  ],
  ["en", "See note [3] and [the page](https://a.example).", "number 3", "url https://a.example"],
  [
    "en",
    "He said, \"Don't go.\" Then 'so be it'.",
    'quotation "Don\'t go."',
    "quotation 'so be it'",
  ],
  ["en", "The dogs' bowls and the cats' beds aren't here."],
  ["en", 'A 5" pipe and a 6" pipe.', "number 5", "number 6"],
  [
    "en",
    "Yesterday we met Anna Smith of the Bank of England.",
    "name Anna Smith",
    "name Bank of England",
  ],
  ["en", "It rained. Nobody came. Everything was wet."],
  ["en", "Dear Mr. Jones,\nThank you for the letter.\nKind Regards", "name Mr. Jones"],
  ["en", "I think I'm right, but I'll ask."],
  ["en", "My iPhone met McDonald and NASA.", "name iPhone", "name McDonald", "name NASA"],
  ["en", "Ask @anna_b about #ProjectX.", "name @anna_b", "name #ProjectX"],
  ["en", "A Guide To Better Sleep For Everyone\nSleep well."],
  ["en", "THIS IS VERY IMPORTANT\nRead it."],
  ["en", "London is big. We love London.", "name London", "name London"],
  ["de", "Der Hund und die Katze liegen auf dem Sofa im Wohnzimmer."],
  ["de", "Ein Glas Wasser, eine Tasse Kaffee und Ende Mai.", "date Mai"],
  [
    "de",
    "Am Montag, den 3. Mai 2024, um 17.30 Uhr.",
    "date Montag",
    "date 3. Mai 2024",
    "date 17.30 Uhr",
  ],
  ["de", "Das kostet 1.250,50 € bzw. 3 Mio. Euro.", "amount 1.250,50 €", "amount 3 Mio. Euro"],
  ["de", "Frau Dr. Müller von BMW traf Anna.", "name Frau Dr. Müller von BMW", "name Anna"],
  ["de", "Er sagte: „Komm!“ und »Geh!«", "quotation „Komm!“", "quotation »Geh!«"],
  [
    "fr",
    "Le lundi 3 mai 2024 à 17h30, M. Dupont paie 12 500,50 €.",
    "date lundi",
    "date 3 mai 2024",
    "date 17h30",
    "name M. Dupont",
    "amount 12 500,50 €",
  ],
  ["fr", "« Bonjour », dit-elle. L’hôtel est à Lyon.", "quotation « Bonjour »", "name Lyon"],
  [
    "es",
    "El 3 de mayo de 2024 pagó 3,5 millones de euros.",
    "date 3 de mayo de 2024",
    "amount 3,5 millones de euros",
  ],
  ["it", "Il 3 maggio costava 5 €.", "date 3 maggio", "amount 5 €"],
  [
    "ru",
    "3 мая 2024 Анна Иванова заплатила 500 руб.",
    "date 3 мая 2024",
    "name Анна Иванова",
    "amount 500 руб",
  ],
  [
    "ja",
    "2024年5月3日、田中さんは「はい」と言い、3万円を払った。",
    "date 2024年5月3日",
    "name 田中",
    "quotation 「はい」",
    "amount 3万円",
  ],
  ["ja", "詳しくはhttps://example.com/aを見て。", "url https://example.com/aを見て"],
  ["zh", "他付了１００元。", "amount １００元"],
  ["ko", "2024년 5월 3일에 5만 원을 냈다.", "date 2024년 5월 3일", "amount 5만 원"],
  ["ar", "دفعت ١٬٢٥٠ ريالا", "number ١٬٢٥٠"],
  ["hi", "उसने १२३ रुपये दिए।", "number १२३"],
];

describe("finds what a rewrite must keep, and nothing else", () => {
  test.each(cases.map(([language, text, ...found]) => ({ language, text, found })))(
    "$language: $text",
    ({ language, text, found }) => {
      expect(findProtected(text, language).map(({ kind, text }) => `${kind} ${text}`)).toEqual(
        found,
      );
    },
  );
});

const languages = fc.constantFrom(null, "en", "de", "fr", "pl", "ja", "th", "ar", "?");

test("spans lie in the text, in order and without overlap, in every script", () => {
  fc.assert(
    fc.property(oddText, languages, (text, language) => {
      let from = 0;
      for (const span of findProtected(text, language)) {
        expect(span.start).toBeGreaterThanOrEqual(from);
        expect(span.end).toBeGreaterThan(span.start);
        expect(text.slice(span.start, span.end)).toBe(span.text);
        from = span.end;
      }
    }),
    { numRuns: 500 },
  );
});

test("what is protected in a text is protected in it behind another paragraph", () => {
  const before = "it rains here and nobody minds.\n\n";
  fc.assert(
    fc.property(oddText, languages, (text, language) => {
      const alone = findProtected(text, language);
      const behind = findProtected(before + text, language);
      expect(behind.map(({ kind, text, start }) => [kind, text, start - before.length])).toEqual(
        alone.map(({ kind, text, start }) => [kind, text, start]),
      );
    }),
    { numRuns: 500 },
  );
});

test.each([
  "a",
  "A",
  "1",
  "1,",
  "1 ",
  "A ",
  "a.",
  "a_",
  "/a",
  "`",
  "“",
  "'a ",
  '"',
  "{",
  "[A",
  "<a ",
  "@",
  "```\n",
  "A\n",
  "x@",
  "-",
  "年",
  "漢",
  "5月",
  "http://",
  "$",
  "Mr. ",
])("20,000 characters of %j take no time to speak of", (piece) => {
  const startedMs = performance.now();
  findProtected(piece.repeat(20_000 / piece.length), "en");
  expect(performance.now() - startedMs).toBeLessThan(1_500);
});
