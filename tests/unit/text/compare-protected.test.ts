import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareProtected } from "../../../lib/text/compare-protected.ts";
import { oddPair, oddText } from "./odd-text.ts";

type Case = readonly [language: string | null, before: string, after: string];

describe("says nothing where a rewrite keeps what it must", () => {
  const kept: readonly Case[] = [
    ["en", "It costs 1,000 now.", "It now costs 1000."],
    ["en", "It grew by 12 %.", "It grew 12%."],
    ["en", "It grew by 12 percent.", "It grew 12%."],
    ["en", "They paid $1.5 million.", "They paid $1,500,000."],
    ["en", "It costs 5 dollars.", "It costs $5.00."],
    ["en", "We sold 12,500.50 units.", "We sold 12500.5 units."],
    ["en", "He has three cats and 2 dogs.", "He has 3 cats and two dogs."],
    ["en", "It weighs 5 kg.", "It weighs 5 kilograms."],
    ["en", "It takes 5 days.", "It takes 5 business days."],
    ["en", "Meet on 3 May 2024.", "The meeting is on May 3, 2024."],
    ["en", "Meet on 2024-05-03.", "Meet on 3 May 2024."],
    ["en-US", "Due 5/3/2024.", "Due May 3, 2024."],
    ["en", "Come at 5 pm.", "Come at 17:00."],
    ["en", "Is it due on 14 June?", "It is due on June 14. Does that work?"],
    ["en", "Come at 5 p.m. sharp.", "Come at 5 p.m. Everyone will be there."],
    ["en", "Come at 5:00 p.m. on Monday.", "On Monday, come at 5 PM."],
    ["en", "See https://example.com/a/ now.", "Now see https://example.com/a."],
    ["en", "Write to Me@Example.org.", "Mail me@example.org."],
    ["en", 'He said, "I am here."', "“I am here,” he said."],
    ["en", "The 'dry run' failed.", 'The "dry run" failed.'],
    ["en", "Hi {{ name }}, welcome.", "Welcome, {{name}}!"],
    ["en", "Run npm test first.", "First run `npm test`."],
    ["en", "Yesterday Anna called.", "Anna called yesterday."],
    ["en", "Yesterday it rained. Later it stopped.", "It rained and then stopped."],
    ["en", "Apple's CEO met Anna Smith.", "Anna Smith met the CEO of Apple."],
    ["en", "We went to Berlin, Paris and Rome.", "We went to Rome, Berlin and Paris."],
    ["en", "i met anna in paris", "I met Anna in Paris."],
    ["en", "Mr. Smith came.", "Smith came."],
    ["en", "Kind Regards,\nAnna", "Best wishes,\nAnna"],
    ["en", "Dear Sir or Madam,\nwe write.", "Hello,\nwe write."],
    ["en", "The Board met. The board agreed.", "It met and agreed."],
    ["en", "Buy milk, eggs and bread.", "1. Milk\n2. Eggs\n3. Bread"],
    ["en", "On 5 May and again on 5 May.", "Twice on 5 May."],
    ["en", "So we did. However, it failed.", "We did, but it failed."],
    ["en", "Why The New Plan Works\n\nIt is cheap.", "Why our plan works\n\nIt is cheap."],
    ["de", "Es kostet 1.000 €.", "Es kostet 1000 Euro."],
    ["de", "Wir treffen uns am 3. Mai 2024.", "Das Treffen ist am 03.05.2024."],
    ["de", "Das sind 1,5 Millionen Euro.", "Das sind 1.500.000 €."],
    ["de", "Er trank ein Glas Wasser und ging nach Hause.", "Er trank etwas und ging heim."],
    ["de", "Die Besprechung am Abend war kurz.", "Abends war die Sitzung kurz."],
    ["de", "Sehr geehrte Damen und Herren,\nwir schreiben.", "Hallo,\nwir schreiben."],
    ["de", "Er sagte: „Ich komme.“", "»Ich komme«, sagte er."],
    ["de", "Um 17.30 Uhr ist Schluss.", "Um 17:30 ist Schluss."],
    ["de", "Frau Müllers Brief kam.", "Der Brief von Frau Müller kam."],
    ["fr", "Il y a 12 500 habitants.", "12500 personnes y habitent."],
    ["fr", "Le 3 mai 2024 à 17h30.", "À 17:30 le 3 mai 2024."],
    ["fr", "Il a dit : « Je viens. »", 'Il a dit : "Je viens."'],
    ["fr", "Une hausse de 5 pour cent.", "Une hausse de 5 %."],
    ["es", "Son 3,5 millones de euros.", "Son 3.500.000 €."],
    ["es", "Nos vemos el 3 de mayo de 2024.", "El 3 de mayo de 2024 nos vemos."],
    ["it", "Sono 1.250,50 euro.", "Sono 1250,5 €."],
    ["nl", "Op 3 mei 2024 om 10:30.", "Om 10:30 op 3 mei 2024."],
    ["pl", "Widziałem Annę Kowalską.", "Przyszła Anna Kowalska."],
    ["ru", "Мы видели Анну в Москве.", "Анна была с нами. Это Москва."],
    ["ru", "Это было 3 мая 2024.", "3 мая 2024 это было."],
    ["ja", "2024年5月3日に田中さんと会う。", "田中さんと会うのは2024年5月3日です。"],
    ["ja", "人口は3万人です。", "人口は30,000人です。"],
    ["zh", "价格是１００元。", "价格为100元。"],
    ["ko", "2024년 5월 3일에 만나요.", "만나는 날은 2024년 5월 3일."],
    ["ar", "السعر ١٬٠٠٠ دولار.", "السعر 1,000 دولار."],
    ["hi", "कुल १२३ लोग।", "कुल 123 लोग।"],
    [null, "Es kostet 1.000 Punkte.", "1000 Punkte."],
  ];

  test.each(kept)("%s: %j to %j", (language, before, after) => {
    expect(show(before, after, language)).toEqual([]);
  });
});

describe("says what a rewrite lost, put in or altered", () => {
  test.each<readonly [...Case, changes: string[]]>([
    ["en", "It costs 1,000 now.", "It costs 1,500 now.", ["number 1,000 > 1,500"]],
    ["en", "It took 5 days.", "It took 5 weeks.", ["amount 5 days > 5 weeks"]],
    ["en", "It costs $5.", "It costs €5.", ["amount $5 > €5"]],
    ["en", "It grew by 12%.", "It grew by 12.", ["amount 12% > 12"]],
    ["en", "It grew by 12%.", "It grew.", ["amount 12% lost"]],
    [
      "en",
      "They paid $1.5 million.",
      "They paid $1.5 billion.",
      ["amount $1.5 million > $1.5 billion"],
    ],
    ["en", "It is -5 outside.", "It is 5 outside.", ["number -5 > 5"]],
    ["en", "Use version 1.2.3 here.", "Use version 1.2.4 here.", ["number 1.2.3 > 1.2.4"]],
    ["en", "Come on Tuesday.", "Come on Thursday.", ["date Tuesday > Thursday"]],
    ["en", "Meet on 3 May 2024.", "Meet on 3 May 2025.", ["date 3 May 2024 > 3 May 2025"]],
    ["en", "Meet on 3 May 2024.", "Meet on 3 May.", ["date 3 May 2024 > 3 May"]],
    ["en", "Come at 5 pm.", "Come at 5 am.", ["date 5 pm > 5 am"]],
    ["en", "It was in October.", "It was in November.", ["date October > November"]],
    [
      "en",
      "See https://example.com/a.",
      "See https://example.com/b.",
      ["url https://example.com/a > https://example.com/b"],
    ],
    ["en", "See https://example.com/a.", "See the page.", ["url https://example.com/a lost"]],
    [
      "en",
      "Mail me@example.org today.",
      "Mail you@example.org today.",
      ["mail me@example.org > you@example.org"],
    ],
    ["en", "Run `npm test` now.", "Run `npm start` now.", ["code `npm test` > `npm start`"]],
    ["en", "Hi {{name}}!", "Hi Anna!", ["placeholder {{name}} lost", "name Anna new"]],
    ["en", "Dear [Your Name],", "Dear friend,", ["placeholder [Your Name] lost"]],
    [
      "en",
      "He said “I am here.”",
      "He said “I am there.”",
      ["quotation “I am here.” > “I am there.”"],
    ],
    [
      "en",
      "We met Anna Smith there.",
      "We met Anna Jones there.",
      ["name Anna Smith > Anna Jones"],
    ],
    [
      "en",
      "We flew to Berlin last week.",
      "We flew to Munich last week.",
      ["name Berlin > Munich"],
    ],
    ["en", "NASA launched it.", "They launched it.", ["name NASA lost"]],
    ["en", "It is good.", "It is good, says Bloomberg.", ["name Bloomberg new"]],
    ["en", "5 apples and 5 pears", "5 apples and 6 pears", ["number 6 new"]],
    ["en", "Anna called.", "She called.", ["name Anna lost"]],
    ["en", "She likes Rome. Rome is big.", "She likes it. It is big.", ["name Rome lost"]],
    ["de", "Es kostet 1.000 Euro.", "Es kostet 1,000 Euro.", ["amount 1.000 Euro > 1,000 Euro"]],
    ["de", "Herr Müller kommt.", "Herr Meier kommt.", ["name Herr Müller > Herr Meier"]],
    ["de", "Die EU hat zugestimmt.", "Die USA haben zugestimmt.", ["name EU > USA"]],
    [
      "de",
      "Wir treffen uns am Montag.",
      "Wir treffen uns am Dienstag.",
      ["date Montag > Dienstag"],
    ],
    ["de", "Das war am 3. Mai.", "Das war am 4. Mai.", ["date 3. Mai > 4. Mai"]],
    ["fr", "Rendez-vous lundi à Lyon.", "Rendez-vous mardi à Lyon.", ["date lundi > mardi"]],
    ["fr", "Cela coûte 12,50 €.", "Cela coûte 12,05 €.", ["amount 12,50 € > 12,05 €"]],
    ["es", "Vive en Madrid con Carmen.", "Vive en Toledo con Carmen.", ["name Madrid > Toledo"]],
    ["it", "Il 3 maggio parto.", "Il 4 maggio parto.", ["date 3 maggio > 4 maggio"]],
    ["pt", "Chega às 10h30 hoje.", "Chega às 11h30 hoje.", ["date 10h30 > 11h30"]],
    ["ru", "Мы видели Анну там.", "Мы видели Ольгу там.", ["name Анну > Ольгу"]],
    ["ja", "会議は5月3日です。", "会議は5月4日です。", ["date 5月3日 > 5月4日"]],
    ["zh", "价格是１００元。", "价格是120元。", ["amount １００元 > 120元"]],
    ["ar", "لدي ١٢ كتابا", "لدي ١٣ كتابا", ["number ١٢ > ١٣"]],
  ])("%s: %j to %j", (language, before, after, changes) => {
    expect(show(before, after, language)).toEqual(changes);
  });
});

const languages = fc.constantFrom(
  null,
  "en",
  "en-US",
  "de",
  "fr",
  "ru",
  "ja",
  "ar",
  "x",
  "not a tag",
);

test("has nothing to say of a text beside itself", () => {
  fc.assert(
    fc.property(oddText, languages, (text, language) => {
      expect(compareProtected(text, text, language)).toEqual([]);
      expect(compareProtected(text, `${text} `, language)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("never fails, and points at what stands in the texts", () => {
  fc.assert(
    fc.property(oddPair, languages, ([before, after], language) => {
      for (const change of compareProtected(before, after, language)) {
        const { text, start, end } = change.span;
        expect((change.kind === "new" ? after : before).slice(start, end)).toBe(text);
        if (change.kind !== "altered") continue;
        expect(after.slice(change.now.start, change.now.end)).toBe(change.now.text);
      }
    }),
    { numRuns: 200 },
  );
});

test("whatever is taken out of a text is told, in whatever order and company", () => {
  const kept = [
    "Anna Smith",
    "NASA",
    "1,250",
    "12 %",
    "$5.50",
    "3 May 2024",
    "10:30",
    "https://example.com/a?b=c",
    "me@example.org",
    "{{name}}",
    "`code()`",
    "“so it is”",
  ];
  const company = fc.string({ unit: "grapheme", maxLength: 30 });
  fc.assert(
    fc.property(
      fc.shuffledSubarray(kept, { minLength: 1 }),
      company,
      ([out = "", ...rest], end) => {
        const at = Math.floor(rest.length / 2);
        const textOf = (all: readonly string[]) => `we have ${all.join(" and then ")}.\n\n${end}`;
        const before = textOf(rest.toSpliced(at, 0, out));
        expect(show(before, textOf(rest), "en")).toEqual([expect.stringContaining(`${out} lost`)]);
      },
    ),
    { numRuns: 300 },
  );
});

function show(before: string, after: string, language: string | null) {
  return compareProtected(before, after, language).map((change) => {
    const { kind, text } = change.span;
    switch (change.kind) {
      case "missing":
        return `${kind} ${text} lost`;
      case "new":
        return `${kind} ${text} new`;
      case "altered":
        return `${kind} ${text} > ${change.now.text}`;
    }
  });
}
