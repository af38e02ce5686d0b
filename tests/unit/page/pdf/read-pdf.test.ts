import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sheet } from "../../../../lib/page/pdf/pdf-sheet.ts";
import { readPdfSheets } from "../../../../lib/page/pdf/read-pdf.ts";
import { setLine, setLines, sheetOf } from "./set-sheet.ts";

const left = [
  "The tide at the old mole turns",
  "twice a day, and the master",
  "writes down its height by the",
  "hour, as his father did before",
  "him. The books are in the cel-",
  "lar of the harbour office, dry",
  "and safe from the water, and",
];
const right = [
  "nobody reads them now. A clerk",
  "from the town once counted all",
  "of the pages, which took the",
  "whole of one winter. There are",
  "forty thousand of them, and on",
  "each of them the sea rises and",
  "falls by a little more or less.",
];

function readSheets(...sheets: Sheet[]) {
  const pdf = { title: "", author: "", language: null, sheets, totalSheets: sheets.length };
  return readPdfSheets(pdf, { url: "http://a.example/tide.pdf", fileName: "tide.pdf" });
}

function textsOf(...sheets: Sheet[]): string[] {
  return readSheets(...sheets).passages.map(({ text }) => text);
}

describe("the order of reading", () => {
  test("a column is read to its end before the next, below a title over both", () => {
    const title = setLine("On the tide tables of the old mole, and who reads them today", 72);
    const columns = [setLines(left, 110), setLines(right, 110, { left: 320 })].flat();
    // a PDF may hold its lines in any order
    expect(textsOf(sheetOf(1, columns.toReversed(), title))).toEqual([
      title.text,
      [...left, ...right].join(" ").replace("cel- lar", "cellar"),
    ]);
  });

  test("a line over both columns parts what is above it from what is below", () => {
    const above = [setLines(left, 72), setLines(right, 72, { left: 320 })];
    const rule = setLine("Figure 1. The mole at low water, seen from the harbour office.", 170);
    const below = [setLines(left, 190), setLines(right, 190, { left: 320 })];
    const prose = [...left, ...right].join(" ").replace("cel- lar", "cellar");
    expect(textsOf(sheetOf(1, ...above, rule, ...below))).toEqual([prose, rule.text, prose]);
  });

  test("a table is read row by row, with its cells apart", () => {
    const rows = ["Dover 6.8", "Calais 7.2", "Ostend 4.9", "Hull 6.6", "Leith 5.6"];
    const cells = rows.flatMap((row, at) => {
      const [name = "", height = ""] = row.split(" ");
      return [setLine(name, 72 + 12 * at), setLine(height, 72 + 12 * at, { left: 320 })];
    });
    const { passages } = readSheets(sheetOf(1, cells));
    expect(passages.map(({ kind, text }) => `${kind} ${text}`)).toEqual(
      rows.map((row) => `table-row ${row.replace(" ", " | ")}`),
    );
  });
});

describe("paragraphs", () => {
  const first = ["The tide at the old mole turns twice a day, as it", "does everywhere."];
  const second = ["The master writes its height into a book, and the", "book goes to the cellar."];

  test("a blank line, an indentation or a last line that is short ends one", () => {
    const whole = [first.join(" "), second.join(" ")];
    expect(textsOf(sheetOf(1, setLines(first, 72), setLines(second, 110)))).toEqual(whole);
    expect(textsOf(sheetOf(1, setLines([...first, ...second], 72)))).toEqual(whole);
    const [begin = "", rest = ""] = second;
    const indented = [setLine(begin, 96, { left: 90 }), setLine(rest, 108)];
    expect(textsOf(sheetOf(1, setLines(first, 72), indented))).toEqual(whole);
  });

  test("one that goes on overleaf stays one, on the page where it begins", () => {
    const { passages } = readSheets(
      sheetOf(1, setLines(["The tide at the old mole turns twice a day, as it"], 72)),
      sheetOf(2, setLines(["does everywhere, and the books fill up."], 72)),
    );
    expect(passages).toMatchObject([
      { pdfPage: 1, text: expect.stringMatching(/as it does everywhere/) },
    ]);
  });

  test("larger letters make a heading, marks make items, and typewriter letters make code", () => {
    const { passages } = readSheets(
      sheetOf(
        1,
        setLine("On tides", 72, { size: 18, font: "title" }),
        setLines(first, 100),
        setLine("Methods", 140, { font: "bold" }),
        setLines(["• a rod of oak", "• a book and a pen"], 160),
        setLines(["rise = high - low", "print(rise)"], 200, { font: "mono", isMonospace: true }),
      ),
    );
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "On tides"],
      ["paragraph", first.join(" ")],
      ["heading", "Methods"],
      ["list-item", "a rod of oak"],
      ["list-item", "a book and a pen"],
      ["code", "rise = high - low\nprint(rise)"],
    ]);
  });
});

describe("words that a line divides", () => {
  test("are one again, but keep a hyphen that the text writes elsewhere", () => {
    const lines = [
      "A well-known rod of oak stands in the water of the har-",
      "bour, which is a well-",
      "known place for tides and for the men who mea\u00AD",
      "sure them.",
    ];
    expect(textsOf(sheetOf(1, setLines(lines, 72)))).toEqual([
      "A well-known rod of oak stands in the water of the harbour, which is a well-known place for tides and for the men who measure them.",
    ]);
  });

  test("lines of scripts without blanks are joined without one", () => {
    expect(
      textsOf(
        sheetOf(1, setLines(["海は毎日二度、満ちては引く。港の", "人はそれを帳面に書く。"], 72)),
      ),
    ).toEqual(["海は毎日二度、満ちては引く。港の人はそれを帳面に書く。"]);
  });
});

describe("heads and feet", () => {
  const body = (number: number) =>
    setLines(
      left.map((line) => `${line} ${number}${number}`),
      110,
    );

  test("what stands above or below every page is left out, whatever its number", () => {
    const texts = textsOf(
      ...[1, 2, 3, 4].map((number) =>
        sheetOf(
          number,
          setLine(number % 2 ? "The Tide Review" : "A. Reed", 40),
          body(number),
          setLine(`Page ${number} of 4`, 760),
        ),
      ),
    );
    expect(texts.join(" ")).not.toMatch(/Review|Reed|Page/);
    expect(texts.join(" ")).toContain("The tide at the old mole turns 44");
  });

  test("a head that changes with the chapter goes by its page number", () => {
    const chapters = ["Rods", "Books", "Cellars", "Clerks"];
    const sheets = chapters.map((name, at) =>
      sheetOf(at + 1, [setLine(name, 40), setLine(String(at + 11), 40, { left: 500 })], body(at)),
    );
    expect(textsOf(...sheets).join(" ")).not.toMatch(/Rods|Books |Cellars|Clerks/);
  });
});

test("the title is the one that the file declares, but for names of files, else the first heading", () => {
  const sheets = [sheetOf(1, setLine("On tides", 72, { size: 18 }), setLines(left, 110))];
  const titled = (title: string) =>
    readPdfSheets(
      { title, author: "", language: "en", sheets, totalSheets: 1 },
      { url: "", fileName: "tide.pdf" },
    ).title;
  expect(titled("Tides of Europe")).toBe("Tides of Europe");
  expect(titled("Microsoft Word - tide_v3.docx")).toBe("On tides");
  expect(titled("")).toBe("On tides");
});

test("pages that are pictures are said to be so", () => {
  const scan = () => readSheets(sheetOf(1), sheetOf(2), sheetOf(3, setLine("3", 760)));
  expect(scan).toThrow(expect.objectContaining({ code: "page-pdf-scan" }));
});

test("no sheet, however odd, loses a letter or throws", () => {
  const coordinate = fc.integer({ min: -50, max: 900 });
  const run = fc.record({ text: fc.stringMatching(/^[a-z]{1,12}$/), x: coordinate, y: coordinate });
  fc.assert(
    fc.property(fc.array(run, { minLength: 20, maxLength: 80 }), (runs) => {
      const sheet = sheetOf(
        1,
        runs.map(({ text, x, y }) => setLine(text, y, { left: x })),
      );
      const letters = (texts: readonly string[]) =>
        texts.join("").match(/[a-z]/g)?.toSorted().join("");
      expect(letters(textsOf(sheet))).toBe(letters(runs.map(({ text }) => text)));
    }),
  );
});
