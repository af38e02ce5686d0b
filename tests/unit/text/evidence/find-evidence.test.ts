import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEvidence } from "../../../../lib/text/evidence/find-evidence.ts";
import { indexPage } from "../../../../lib/text/evidence/page-index.ts";

const texts = [
  "Harbour Foods said on Tuesday that its profit rose 12 percent to 1.2 million pounds in 2024.",
  "Chief executive Anna Brandt will leave the company in October. She joined it twenty-three years ago.",
  "The firm sued its supplier Colter Mills over spoiled flour. The court did not reach a verdict.",
  "Sales in Norway may shrink by a quarter. “We are not afraid of that,” Brandt said.",
];

function pageOf(passages: readonly string[], language: string | null = "en") {
  return indexPage(
    passages.map((text, at) => ({ number: at + 1, text })),
    language,
  );
}

const page = pageOf(texts);

function evidenceFor(sentence: string, there = page) {
  const [evidence] = findEvidence([sentence], there);
  if (!evidence) throw new Error("no evidence object");
  return evidence;
}

test.each([
  ["Profit at Harbour Foods increased by 12 % to £1,200,000.", 1],
  ["Profit was up by twelve per cent in 2024.", 1],
  ["Its boss, Anna Brandt, is leaving after 23 years.", 2],
  ["No verdict was reached by the court.", 3],
  ["Colter Mills, a supplier, was sued by the firm.", 3],
  ["Norwegian sales could fall by 25 percent.", 4],
])("%j rests on passage %d, and nothing in it is doubted", (sentence, passage) => {
  const { passages, doubts, doubtScore } = evidenceFor(sentence);
  expect(passages[0]?.number).toBe(passage);
  expect(doubts).toEqual([]);
  expect(doubtScore).toBeLessThan(0.5);
});

test("the words to highlight are those of the passage that the sentence shares", () => {
  const [passage] = evidenceFor("Anna Brandt will leave.").passages;
  const words = passage?.words.map(({ start, end }) => texts[1]?.slice(start, end));
  expect(words).toEqual(["Anna", "Brandt", "leave"]);
});

test("a sentence of the page that shares little with another does not speak against it", () => {
  const octopus = pageOf([
    "Their blood is blue, because it carries oxygen with haemocyanin, which contains copper.",
    "Haemocyanin works better than haemoglobin in cold water with little oxygen, but worse in warm water.",
  ]);
  const { doubts } = evidenceFor(
    "In chilly seas poor in oxygen their blood outperforms ours.",
    octopus,
  );
  expect(doubts).toEqual([]);
});

describe("a sentence that says other than the page is marked", () => {
  test.each([
    ["Profit rose 21 percent.", "amount", "21 percent", "12 percent"],
    ["Anna Brandt will leave the company in June.", "date", "June", "October"],
    ["Chief executive Clara Weiss will leave the company.", "name", "Clara Weiss", "Anna Brandt"],
    ["Profit fell 12 percent in 2024.", "opposite", "fell", "rose"],
    ["The court reached a verdict.", "negation", "reached", "not reach a verdict"],
    ["Colter Mills sued the firm over spoiled flour.", "order", "sued", "firm sued its supplier"],
    ["Sales in Norway will shrink by a quarter.", "certainty", "shrink", "may shrink"],
    ["He joined the company.", "pronoun", "He", "she"],
    ["“We are afraid of everything,” Brandt said.", "quotation", "“We", "We are not afraid"],
  ])("%j: %s", (sentence, what, written, pageText) => {
    const { doubts, doubtScore } = evidenceFor(sentence);
    const doubt = doubts.find((one) => one.kind === "differs" && one.what === what);
    if (doubt?.kind !== "differs") throw new Error(`no such doubt in ${JSON.stringify(doubts)}`);
    expect(sentence.slice(doubt.start, doubt.end)).toContain(written);
    expect(doubt.pageText).toContain(pageText);
    expect(doubtScore).toBeGreaterThan(0.5);
  });
});

test("what is nowhere on the page is told as such, with the nearest passage", () => {
  const { doubts } = evidenceFor("Anna Brandt joined the company with 87 engineers.");
  expect(doubts).toEqual([{ kind: "not-on-page", what: "number", start: 36, end: 38, passage: 2 }]);
});

test("a sentence of which the page says nothing has no passage", () => {
  const { passages, doubts } = evidenceFor("The moon is made of cheese.");
  expect(passages).toEqual([]);
  expect(doubts).toEqual([{ kind: "no-evidence" }]);
});

test("text without spaces is found too, and its figures are compared", () => {
  const japanese = pageOf(["東京の会社は昨年、利益が12%増えた。", "社長は五月に退任する。"], "ja");
  expect(evidenceFor("会社の利益は12%増えた。", japanese)).toMatchObject({
    passages: [{ number: 1 }],
    doubts: [],
  });
  expect(evidenceFor("会社の利益は21%増えた。", japanese).doubts).toMatchObject([
    { kind: "differs", pageText: "12%" },
  ]);
});

test("what stands on the page word for word is never doubted", () => {
  const sentences = texts.flatMap((text) => text.split(/(?<=\.)\s/));
  for (const { doubts } of findEvidence(sentences, page)) expect(doubts).toEqual([]);
});

test("any text is taken, and every place that is told lies within its text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom(..."not 12 % Anna may sued “ ” 東京 , . 3 May 2024".split(" ")))
      .map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(
      fc.array(anyText),
      anyText,
      fc.constantFrom("en", "de", "ja", null),
      (all, one, language) => {
        const { passages, doubts, doubtScore } = evidenceFor(one, pageOf(all, language));
        expect(doubtScore).toBeGreaterThanOrEqual(0);
        expect(doubtScore).toBeLessThanOrEqual(1);
        for (const { number, words } of passages)
          for (const { start, end } of words)
            expect(0 <= start && start < end && end <= (all[number - 1]?.length ?? 0)).toBe(true);
        for (const doubt of doubts)
          if (doubt.kind !== "no-evidence")
            expect(0 <= doubt.start && doubt.start < doubt.end && doubt.end <= one.length).toBe(
              true,
            );
      },
    ),
  );
});

test("a page of any length is compared word by word in a few sentences only", () => {
  const long = pageOf(Array.from({ length: 200 }, () => texts).flat());
  let reads = 0;
  const counted = {
    ...long,
    sentences: new Proxy(long.sentences, {
      get: (sentences, key) => {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(sentences, key);
      },
    }),
  };
  findEvidence(["Profit at Harbour Foods increased."], counted);
  expect(reads).toBeLessThan(long.sentences.length / 10);
});

describe("figures that say the same in another way are not doubted", () => {
  const village = pageOf([
    "Between 1905 and 1923 the village lost 14 of its 85 houses.",
    "Repairs cost 74 million dollars; one in five roofs was new, and 62 percent of residents stayed.",
    "The mayor was dismissed in 1931 and came back four years later.",
    "The drought lasted a decade and ended in a storm.",
  ]);
  test.each([
    ["Repairs to the roofs cost $74m."],
    ["About 20 percent of roofs were new."],
    ["More than a dozen houses were lost by the village."],
    ["More than half of residents stayed."],
    ["The village lost houses over 18 years."],
    ["The mayor came back in 1935."],
    ["Ten years of drought ended."],
    ["The mayor was dismissed in the 1930s."],
  ])("%j", (sentence) => {
    expect(evidenceFor(sentence, village).doubts).toEqual([]);
  });

  test.each([
    ["Repairs to the roofs cost $47m.", "$47m"],
    ["About 30 percent of roofs were new.", "30 percent"],
    ["The village lost houses over 28 years.", "28 years"],
    ["The mayor came back in 1938.", "1938"],
    ["Twelve years of drought ended.", "Twelve years"],
    ["The mayor was dismissed in the 1950s.", "1950s"],
    ["One in three roofs was new.", "One in three"],
  ])("but %j is", (sentence, written) => {
    const [doubt] = evidenceFor(sentence, village).doubts;
    if (!doubt || doubt.kind === "no-evidence") throw new Error("no doubt of a figure");
    expect(sentence.slice(doubt.start, doubt.end)).toBe(written);
  });
});

test("a figure of the page is doubted where the page says it of something else", () => {
  const port = pageOf([
    "Varsk handled 4.2 million tonnes of goods last year, down from 4.9 million in 2021.",
  ]);
  const whatOf = (sentence: string) => evidenceFor(sentence, port).doubts.map(({ kind }) => kind);
  expect(whatOf("Varsk handled 4.9 million tonnes of goods last year.")).toEqual(["differs"]);
  expect(whatOf("Varsk handled 4.2 million tonnes of goods last year.")).toEqual([]);
  expect(whatOf("In 2021 the figure was 4.9 million.")).toEqual([]);
});

describe("names", () => {
  const steel = pageOf([
    "Petra Lund said the plant in Gdansk would hire 250 people. The contract is governed by the laws of Estonia.",
    "The grid operator Enerkon of Italy warned of cuts; Enerkon fears the winter.",
  ]);
  test.each([
    ["Its Polish plant will hire 250 people."],
    ["Estonian laws govern the contract."],
    ["The Italian grid operator warned of cuts."],
  ])("a country that the page only implies is not doubted: %j", (sentence) => {
    expect(evidenceFor(sentence, steel).doubts).toEqual([]);
  });

  test("a name that no other sentence tells to be one is doubted where another stands", () => {
    const { doubts } = evidenceFor("Voltana fears the winter.", steel);
    expect(doubts).toMatchObject([{ kind: "differs", what: "name", pageText: "Enerkon" }]);
  });

  test("a country in another's place is doubted", () => {
    const { doubts } = evidenceFor("The Spanish grid operator warned of cuts.", steel);
    expect(doubts).toMatchObject([{ what: "name", start: 4, end: 11 }]);
  });
});

test("general words and words of the same meaning do not leave a true sentence without evidence", () => {
  const canal = pageOf([
    "Volunteers began to restore the canal in 1974, though one tunnel remains shut because its roof is unsafe.",
  ]);
  const sentence = "One of the tunnels cannot be used as it is too dangerous.";
  expect(evidenceFor(sentence, canal).doubts).toEqual([]);
});

describe("who does what to whom", () => {
  const roles = pageOf([
    "Eastbridge Town beat Castleford Rovers on Saturday.",
    "Customer keeps ownership of all data it enters. Provider may delete the data.",
    "The carpet warehouse, the only trader to do so, has complained of lost trade.",
    "Between the hills the village sold 14 of its houses to a bank.",
    "Ruiz replaced Lopez as coach after Lopez resigned.",
    "The museum lent the painting to the gallery for two years.",
    "Insulin can make the effect of the drug stronger.",
  ]);
  test.each([
    ["Castleford Rovers beat Eastbridge Town on Saturday."],
    ["Provider keeps ownership of all data that Customer enters."],
    ["Eastbridge Town was beaten by Castleford Rovers on Saturday."],
    ["Lopez replaced Ruiz as coach."],
  ])("is doubted where it is swapped: %j", (sentence) => {
    const { doubts } = evidenceFor(sentence, roles);
    expect(doubts.map((doubt) => doubt.kind === "differs" && doubt.what)).toContain("order");
  });

  test.each([
    ["Castleford Rovers were beaten by Eastbridge Town on Saturday."],
    ["Houses in the hills were sold by the village to a bank."],
    ["The gallery borrowed the painting from the museum."],
    ["For two years the museum lent the gallery the painting."],
  ])("is not doubted where it is said the other way round: %j", (sentence) => {
    expect(evidenceFor(sentence, roles).doubts).toEqual([]);
  });
});

describe("what is denied", () => {
  const denials = pageOf([
    "Graham Pell refused to blame the referee. Her insurer paid for new floors but would not cover her garden wall.",
    "There is no need to soak the lentils. Do not stop the treatment suddenly.",
    "She was the only woman who played. The licence is non-transferable. The ministry found a crack in the wall of the dam.",
  ]);
  test.each([
    ["Graham Pell blamed the referee."],
    ["Soak the lentils."],
    ["You can stop the treatment suddenly."],
    ["The licence is transferable."],
    ["The ministry failed to find a crack in the wall of the dam."],
  ])("is not said: %j", (sentence) => {
    const { doubts } = evidenceFor(sentence, denials);
    expect(doubts.map((doubt) => doubt.kind === "differs" && doubt.what)).toContain("negation");
  });

  test.each([
    ["Graham Pell did not blame the referee."],
    ["Her insurance did not pay for the wall of the garden."],
    ["No other women played."],
    ["The lentils do not need to be soaked."],
  ])("may be denied in other words: %j", (sentence) => {
    expect(evidenceFor(sentence, denials).doubts).toEqual([]);
  });

  test("may be denied at the end of a German sentence", () => {
    const wolves = pageOf(["Der Verband forderte, das Rudel abzuschießen."], "de");
    const { doubts } = evidenceFor("Der Verband forderte nicht, das Rudel abzuschießen.", wolves);
    expect(doubts).toMatchObject([{ what: "negation" }]);
  });
});

test("words that exclude each other are opposites, even where one is said of something else", () => {
  const mixed = pageOf([
    "A blue light means that the connection is good. Debt fell again in spring. Shares rose by 7 percent.",
  ]);
  const whatOf = (sentence: string) =>
    evidenceFor(sentence, mixed).doubts.map((doubt) => doubt.kind === "differs" && doubt.what);
  expect(whatOf("A green light means that the connection is good.")).toEqual(["opposite"]);
  expect(whatOf("Debt rose again in spring.")).toEqual(["opposite"]);
  expect(whatOf("Shares rose again.")).toEqual([]);
});

describe("a figure that follows from the page's", () => {
  const sums = pageOf([
    "The repairs cost 640,000 pounds. An insurer paid 410,000 pounds and the county the rest.",
    "Six of the nine members voted for it, and the film ran for almost an hour.",
    "It opens in March 2026 in Norway and four months later in Denmark; pay on Sundays is doubled.",
    "The play lasts 1 hour 22 minutes. Rovers won by two goals. The review takes 72 minutes. Calder are fourteenth.",
    "The region paid 40 percent of the bill, the town 35 percent and the state the rest.",
    "The climb takes 45 minutes. For the first 25 minutes the path follows the river.",
    "Two of the five libraries close; the others stay open. Sales rose from 200 to 250 units.",
  ]);
  test.each([
    "The county paid 230,000 pounds of the repairs.",
    "Three of the nine members were against it.",
    "The film ran for 60 minutes.",
    "In Denmark it opens in July 2026.",
    "On Sundays pay is 200 percent.",
    "The play lasts 82 minutes.",
    "For the last 20 of the 45 minutes the path leaves the river.",
    "Two libraries close, so three stay open.",
    "Sales rose by 25 percent.",
    "The review takes 1 hour 12 minutes.",
    "The state paid a quarter of the bill.",
    "Calder sit 14th.",
    "Rovers won 2–0.",
  ])("is not doubted: %j", (sentence) => {
    expect(evidenceFor(sentence, sums).doubts).toEqual([]);
  });

  test.each([
    "The county paid 260,000 pounds of the repairs.",
    "In Denmark it opens in August 2026.",
    "The play lasts 92 minutes.",
    "Sales rose by 37 percent.",
  ])("is told from one that does not: %j", (sentence) => {
    expect(evidenceFor(sentence, sums).doubts).toHaveLength(1);
  });
});

describe("what the page says without a denial", () => {
  const office = pageOf([
    "Overtime must be approved in advance by the manager. No clinical staff would lose their jobs.",
    "The minister stressed that the move was not the beginning of a rapid series of cuts.",
  ]);
  test.each([
    "Overtime does not have to be cleared with the manager.",
    "The minister emphasised that this was the start of a quick series of cuts.",
  ])("is not denied in other words: %j", (sentence) => {
    expect(evidenceFor(sentence, office).doubts).toMatchObject([{ what: "negation" }]);
  });

  test("may be the opposite of what it denies", () => {
    expect(evidenceFor("Clinical staff would keep their jobs.", office).doubts).toEqual([]);
  });
});

test("names that have changed places beside the same words are doubted", () => {
  const bug = pageOf(["The bug, reported by Colm Bradigan, has been corrected by Yuki Sandor."]);
  const { doubts } = evidenceFor("The bug was reported by Yuki Sandor.", bug);
  expect(doubts).toMatchObject([{ what: "name", pageText: "Colm Bradigan" }]);
  const both = "The bug reported by Yuki Sandor was fixed by Colm Bradigan.";
  expect(evidenceFor(both, bug).doubts).toContainEqual(
    expect.objectContaining({ what: "name", pageText: "Colm Bradigan" }),
  );
});

test("an invented sentence is doubted though its words stand here and there on the page", () => {
  const ferry = pageOf([
    "The company appealed against the fine. The harbour is deep.",
    "Nobody was hurt. The coastguard sent boats, and every passenger was brought ashore.",
    "The cause is not known. The action of the waves moved the ship. Luggage was lost.",
  ]);
  const { doubts } = evidenceFor(
    "The company promised passengers a generous voucher and free lunches.",
    ferry,
  );
  expect(doubts).toEqual([{ kind: "no-evidence" }]);
});

test("a name is doubted where another has on the page what is said of it", () => {
  const airline = pageOf([
    "Winter fares were about 2 percent lower, largely because Bluefin Air had added domestic flights.",
    "The finance director will be replaced by Leila Amrani of the logistics company Transvia.",
  ]);
  const { doubts } = evidenceFor(
    "Winter fares have slipped by 2 percent because Transvia put on more domestic flights.",
    airline,
  );
  expect(doubts).toMatchObject([{ what: "name", pageText: "Bluefin Air" }]);
  expect(
    evidenceFor("Fares slipped because Bluefin Air put on domestic flights.", airline).doubts,
  ).toEqual([]);
});

test("a part of a name at the beginning of a sentence is not doubted", () => {
  const profit = pageOf([
    "Norvane Airways reported a net profit of 84 million euros. It said that Norvane would grow.",
  ]);
  const { doubts } = evidenceFor("Norvane's net profit was 84 million euros.", profit);
  expect(doubts).toEqual([]);
});

test("what a relative clause says of its object is not taken for a swap", () => {
  const sale = pageOf(["The campaign was about the sale of the port, which Faro signed in 2022."]);
  expect(evidenceFor("Faro signed the sale of the port in 2022.", sale).doubts).toEqual([]);
});

test("a day of a month is doubted where the page has that month without a day", () => {
  const leaving = pageOf([
    "Norvane said that its finance director would step down on 31 January.",
    "New jets are due from March 2026.",
  ]);
  expect(evidenceFor("Norvane's director will leave on 31 March.", leaving).doubts).toMatchObject([
    { what: "date", pageText: "31 January" },
  ]);
});

describe("a name stands for another", () => {
  const company = pageOf([
    "Chief executive Laura Marsh said the company would close its mill in Dayfield by the end of October.",
    "Finance chief Omar Quill said that no further closures were planned.",
    "She thanked the workers of the mill, and Otto Brand wrote a poem for them.",
  ]);

  test("where the page says of that other what a sentence says of it", () => {
    const { doubts } = evidenceFor("Laura Marsh said no further closures were planned.", company);
    expect(doubts).toMatchObject([{ kind: "differs", what: "name", pageText: "Omar Quill" }]);
  });

  test("but not where a pronoun of the page may mean it", () => {
    expect(evidenceFor("Laura Marsh thanked the workers of the mill.", company).doubts).toEqual([]);
  });
});

describe("what acts on the page is compared in every voice", () => {
  const page = pageOf([
    "The transport ministry has opened an inquiry and asked Norlane to keep the ferry in port.",
    "The lamps were supplied to the researchers free of charge by the manufacturer.",
    "Organisers shortened the stage by 19 kilometres in the morning.",
  ]);
  test.each([
    ["Norlane has asked the transport ministry to keep the ferry in port."],
    ["The researchers supplied lamps to the manufacturer free of charge."],
  ])("%j is doubted", (sentence) => {
    expect(evidenceFor(sentence, page).doubts).toMatchObject([{ what: "order" }]);
  });

  test.each([
    ["Norlane was asked by the transport ministry to keep the ferry in port."],
    ["The manufacturer supplied the researchers with lamps free of charge."],
    ["The stage was shortened by 19 kilometres in the morning."],
  ])("%j is not", (sentence) => {
    expect(evidenceFor(sentence, page).doubts).toEqual([]);
  });
});

describe("a denial is compared with what denies the same in other words", () => {
  const page = pageOf([
    "Keep the blade flat so as not to scratch the enamel of the bath.",
    "If you cancel two days before the collection you get a full refund; later there is no refund.",
    "The union offered to help redraw the timetable, an offer to which the authority has yet to reply.",
    "The dissenting judge said that riders turned jobs down.",
  ]);
  test.each([
    ["Keep the blade flat to keep from scratching the enamel of the bath."],
    ["You get a full refund if you cancel two days before the collection."],
    ["The authority has not replied to the offer to help redraw the timetable."],
    ["Riders refused jobs, said the dissenting judge."],
  ])("%j", (sentence) => {
    expect(evidenceFor(sentence, page).doubts).toEqual([]);
  });

  test("and a verb with its particle means what it does", () => {
    const { doubts } = evidenceFor("The dissenting judge said that riders accepted jobs.", page);
    expect(doubts).toMatchObject([{ what: "opposite" }]);
  });
});

describe("figures in words of their own", () => {
  const page = pageOf([
    "The failure began at 7.10am, and cover was restored after half an hour.",
    "The flora was for half a century the standard work on the plants of the region.",
    "The court ordered the landlord to pay a penalty of twice the deposit of 1,450 dollars.",
    "The current six periods of fifty minutes will be replaced.",
    "The companies expect to close the deal in the first quarter of 2026.",
    "The trial enrolled 612 adults at 23 clinics; it was double-blind.",
    "Ten minutes on the charger are enough for five hours of music.",
  ]);
  test.each([
    ["The failure began shortly after 7am."],
    ["Cover was restored after 30 minutes."],
    ["The flora was the standard work for fifty years."],
    ["The landlord must pay a penalty of 2,900 dollars."],
    ["The six fifty-minute periods will be replaced."],
    ["The companies expect to close the deal early, in Q1 2026."],
    ["The trial was double-blind, with 612 people at clinics."],
  ])("%j is not doubted", (sentence) => {
    expect(evidenceFor(sentence, page).doubts).toEqual([]);
  });

  test.each([
    ["The failure began shortly after 8am.", "8am"],
    ["The flora was the standard work for sixty years.", "sixty years"],
    ["The landlord must pay a penalty of 2,700 dollars.", "2,700 dollars"],
    ["The companies expect to close the deal in the third quarter of 2026.", "third quarter"],
    ["The charger is enough for eight hours of music after ten minutes.", "eight hours"],
  ])("%j is", (sentence, written) => {
    const [doubt] = evidenceFor(sentence, page).doubts;
    if (!doubt || doubt.kind === "no-evidence") throw new Error("no doubt of a figure");
    expect(sentence.slice(doubt.start, doubt.end)).toBe(written);
  });
});
