import { countGrams, countShared } from "./n-grams.ts";

const LONGEST_GRAM = 4;

/**
 * BLEU of a set of translations against one reference each, 0 to 100. As sacreBLEU 2 has it,
 * `BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp`, after Papineni et al., "BLEU: a method for
 * automatic evaluation of machine translation" (2002): a length that no run of words is right in
 * counts half of the right ones' least, then a quarter, and so on.
 */
export function bleu(translations: readonly string[], references: readonly string[]): number {
  const written = translations.map(tokenize);
  const wanted = references.map(tokenize);
  const precisions = precisionsOf(written, wanted);
  if (precisions.length < LONGEST_GRAM) return 0;
  const logs = precisions.reduce((sum, precision) => sum + Math.log(precision), 0);
  return 100 * brevity(written.flat().length, wanted.flat().length) * Math.exp(logs / LONGEST_GRAM);
}

/** Of runs of one, two, three and four words; fewer where no run is so long, or none is right. */
function precisionsOf(
  written: readonly (readonly string[])[],
  wanted: readonly (readonly string[])[],
): number[] {
  const precisions: number[] = [];
  let smoothing = 1;
  for (let length = 1; length <= LONGEST_GRAM; length++) {
    let total = 0;
    let shared = 0;
    for (const [at, words] of written.entries()) {
      total += Math.max(0, words.length - length + 1);
      shared += countShared(countGrams(words, length), countGrams(wanted[at] ?? [], length));
    }
    if (total === 0 || (length === 1 && shared === 0)) break;
    if (shared === 0) smoothing *= 2;
    precisions.push(shared === 0 ? 1 / (smoothing * total) : shared / total);
  }
  return precisions;
}

/** What too few words cost. */
function brevity(written: number, wanted: number): number {
  return written < wanted ? Math.exp(1 - wanted / written) : 1;
}

/**
 * Cuts a text into words and signs as WMT's `mteval-v13a` does: signs of ASCII apart, stops and
 * commas unless between digits, a dash behind a digit. Other signs, such as „ and –, stay where
 * they are.
 */
export function tokenize(text: string): string[] {
  return ` ${text.replaceAll("<skipped>", "").replaceAll("-\n", "")} `
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll(/[!-&(-+/:-@[-`{-~]/g, " $& ")
    .replaceAll(/([^0-9])([.,])/g, "$1 $2 ")
    .replaceAll(/([.,])([^0-9])/g, " $1 $2")
    .replaceAll(/([0-9])-/g, "$1 - ")
    .split(/\s+/)
    .filter((token) => token !== "");
}
