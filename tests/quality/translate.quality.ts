import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runTranslation } from "../../lib/engine/run-translation.ts";
import type { Leg } from "../../lib/engine/translate-sentences.ts";
import { bleu } from "./translate/bleu.ts";
import { chrf } from "./translate/chrf.ts";
import { loadPack } from "./translate/load-pack.ts";

/** A text and how a person has translated it. */
interface Pair {
  source: string;
  reference: string;
}

const USAGE = "Name a pack and sentences: --pack <id or folder> --sentences <file.tsv>";

/**
 * How good a pack's translations are, beside those of people. `--sentences` has a line
 * `source<TAB>reference` for each. The pack runs as in the extension, with the same cutting,
 * batches and guards, but on this machine's own ONNX Runtime; what the guards refuse stays in the
 * original and is scored so.
 *
 * `chrf2` and `bleu` are 0 to 100. In Chinese, Japanese and others without spaces only `chrf2` says
 * anything.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: "string" },
      sentences: { type: "string" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  if (!values.pack || !values.sentences) throw new Error(USAGE);
  const pairs = readPairs(readFileSync(values.sentences, "utf8"));
  const leg = await loadPack(values.pack);
  const startMs = performance.now();
  const { translations, left } = await translate(leg, pairs);
  const seconds = (performance.now() - startMs) / 1000;
  const references = pairs.map(({ reference }) => reference);
  return {
    pack: values.pack,
    from: leg.from,
    to: leg.to,
    sentences: pairs.length,
    leftInTheOriginal: left,
    chrf2: Number(chrf(translations, references).toFixed(2)),
    bleu: Number(bleu(translations, references).toFixed(2)),
    secondsEach: Number((seconds / pairs.length).toFixed(3)),
  };
}

/** @throws Error naming the first line that is no pair. */
function readPairs(file: string): Pair[] {
  const lines = file.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new Error("The file has no sentences.");
  return lines.map((line, at) => {
    const [source = "", reference = ""] = line.split("\t");
    if (!source.trim() || !reference.trim())
      throw new Error(`Line ${at + 1} is not source<TAB>reference.`);
    return { source, reference };
  });
}

async function translate(
  leg: Leg,
  pairs: readonly Pair[],
): Promise<{ translations: string[]; left: number }> {
  const texts = pairs.map(({ source }) => source);
  const translations = [...texts];
  let left = 0;
  await runTranslation(
    { legs: [leg], texts },
    (event) => {
      if (event.kind !== "translated") return;
      translations[event.index] = event.text;
      if (!event.isTranslated) left += 1;
    },
    new AbortController().signal,
  );
  return { translations, left };
}
