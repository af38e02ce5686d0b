// PDFs that tests make up, after ISO 32000-1: objects, a table of where they begin, and a trailer.

/** A line of text; lengths in points, from the page's left and top. */
interface Line {
  text: string;
  left: number;
  top: number;
  size?: number;
  font?: "body" | "bold" | "mono";
}

type Sheet = readonly Line[];

const height = 792;
const fonts = { body: "Times-Roman", bold: "Times-Bold", mono: "Courier" };

/** A PDF of Latin text; every sheet is 612 by 792 points. */
function makePdf(title: string, sheets: readonly Sheet[]): Buffer {
  const fontNames = Object.values(fonts);
  const firstSheet = 4 + fontNames.length;
  const sheetAt = (at: number) => firstSheet + 2 * at;
  const resources = fontNames.map((_, at) => `/F${at} ${4 + at} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, at) => `${sheetAt(at)} 0 R`).join(" ")}] >>`,
    `<< /Title (${escaped(title)}) >>`,
    ...fontNames.map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`),
    ...sheets.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${height}] /Contents ${sheetAt(at) + 1} 0 R /Resources << /Font << ${resources} >> >> >>`,
      stream(lines.map(drawLine).join("\n")),
    ]),
  ];
  return assemble(objects);
}

function drawLine({ text, left, top, size = 10, font = "body" }: Line): string {
  const which = Object.keys(fonts).indexOf(font);
  return `BT /F${which} ${size} Tf ${left} ${height - top} Td (${escaped(text)}) Tj ET`;
}

function stream(text: string): string {
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\()]/g, "\\$&");
}

function assemble(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n";
  const begins = objects.map((object, at) => {
    const begin = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(begin).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${begins.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>`;
  return Buffer.from(`${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF`, "latin1");
}

const leftColumn = [
  "The tide at the old mole turns twice a day,",
  "and the master writes down its height by the",
  "hour, as his father did before him. The books",
  "are kept in the cellar of the harbour office,",
  "dry and safe from the water that they tell of,",
  "on shelves which an old carpenter made for",
  "them. Nobody had ever read them all in a row until",
];
const rightColumn = [
  "a clerk from the town came to count all of the",
  "pages, which took the whole of one winter. She",
  "found forty thousand of them, and on each the",
  "sea rises and falls by a little more or less.",
  "From these she made the first table of tides",
  "for the coast, and sailors have trusted in it",
  "ever since, though few of them know her name.",
];

function setColumn(lines: readonly string[], left: number): Line[] {
  return lines.map((text, at) => ({ text, left, top: 130 + 12 * at }));
}

function paperSheet(number: number): Sheet {
  return [
    { text: "The Tide Review", left: 260, top: 40, size: 8 },
    {
      text: `Part ${number} of the books in the cellar`,
      left: 72,
      top: 96,
      size: 16,
      font: "bold",
    },
    // the right column first: a file need not be in the order of reading
    ...setColumn(
      rightColumn.map((line) => line.replace("forty", `${number}`)),
      320,
    ),
    ...setColumn(leftColumn, 72),
    { text: String(number), left: 300, top: 760, size: 8 },
  ];
}

/** What the clerk's paper says on one of its three pages, in the order of reading. */
export function paperText(number: number): string {
  return [...leftColumn, ...rightColumn].join(" ").replace("forty", String(number));
}

/** The file of a made PDF, or null for a path that is none. */
export function makePdfAt(path: string): Buffer | null {
  switch (path) {
    case "/paper.pdf":
      return makePdf("The books in the cellar", [1, 2, 3].map(paperSheet));
    case "/scan.pdf":
      return makePdf("", [[], [], []]);
    default:
      return null;
  }
}
