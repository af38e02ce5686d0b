import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright";
import { correct } from "../../lib/text/suggestion.ts";
import { launch, production } from "../e2e/launch.ts";
import { median, round } from "./median.ts";
import { askProofreader, type Proofread, proofreaderFiles } from "./proofread/ask-proofreader.ts";
import { countWords, type Mistake, ownTexts, readMistakes, textsIn } from "./proofread/texts.ts";

/**
 * Has the built extension proofread ordinary mistakes and text that is correct, in its own worker.
 * `--texts <folder|file>` takes other text for correct than the project's own: a `.txt`, a folder of
 * such, or the layout of the bench that reads pages.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      texts: { type: "string" },
      repeats: { type: "string", default: "5" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  const texts = await (values.texts ? textsIn(values.texts) : ownTexts());
  const mistakes = readMistakes();
  const sotto = await launch();
  try {
    const page = await sotto.context.newPage();
    await page.goto(`chrome-extension://${sotto.extensionId}/sidepanel.html`);
    return {
      package: sizeInPackage(),
      ms: await timesOf(page, Number(values.repeats)),
      recall: recallOf(mistakes, await askProofreader(page, wrongOnes(mistakes))),
      alarms: {
        rightSentences: await alarmsIn(
          page,
          mistakes.map(({ right }) => right),
        ),
        texts: await alarmsIn(page, texts),
      },
    };
  } finally {
    await sotto.close();
  }
}

function sizeInPackage() {
  const files = proofreaderFiles().map((path) => readFileSync(join(production, path)));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(files.map((file) => file.length)),
    gzipBytes: sum(files.map((file) => gzipSync(file).length)),
  };
}

/**
 * Milliseconds of a worker just started: until it has loaded, which a text of one word tells, and
 * then for texts of so many words.
 */
async function timesOf(page: Page, repeats: number) {
  const prose = (await ownTexts()).join("\n").split(" ");
  const texts = ["Yes.", ...[100, 900].map((words) => prose.slice(0, words).join(" "))];
  const turns: number[][] = [];
  for (let repeat = 0; repeat < repeats; repeat++)
    turns.push((await askProofreader(page, texts)).map(({ ms }) => ms));
  const [load, words100, words900] = texts.map((_, at) =>
    Math.round(median(turns.map((turn) => turn[at] ?? NaN))),
  );
  return { load, words100, words900, repeats: turns.map((turn) => turn.map(Math.round)) };
}

function wrongOnes(mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ wrong }) => wrong);
}

/** How many mistakes get a suggestion, and how many its first correction makes right. */
function recallOf(mistakes: readonly Mistake[], found: readonly Proofread[]) {
  const suggestionsOf = (at: number) => found[at]?.suggestions ?? [];
  const noticed = mistakes.filter((_, at) => suggestionsOf(at).length > 0);
  const corrected = mistakes.filter(({ wrong, right }, at) => {
    const likeliest = suggestionsOf(at).map(({ start, end, corrections: [text = ""] }) => ({
      start,
      end,
      text,
    }));
    return correct(wrong, likeliest) === right;
  });
  return {
    mistakes: mistakes.length,
    noticed: round(noticed.length / mistakes.length, 3),
    corrected: round(corrected.length / mistakes.length, 3),
    missed: mistakes.filter((one) => !noticed.includes(one)).map(({ wrong }) => wrong),
  };
}

/** Suggestions for what is right. */
async function alarmsIn(page: Page, texts: readonly string[]) {
  const found = await askProofreader(page, texts);
  const words = texts.reduce((total, text) => total + countWords(text), 0);
  const alarms = found.flatMap(({ suggestions }, at) =>
    suggestions.map(({ start, end, corrections: [text] }) => {
      const from = texts[at]?.slice(start, end);
      return `${from} > ${text}`;
    }),
  );
  return {
    texts: texts.length,
    words,
    perThousandWords: round((alarms.length / words) * 1_000, 2),
    alarms,
  };
}
