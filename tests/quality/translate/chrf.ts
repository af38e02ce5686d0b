import { countGrams, countShared } from "./n-grams.ts";

const LONGEST_GRAM = 6;
const BETA = 2;

/**
 * chrF2 of a set of translations against one reference each, 0 to 100: runs of one to six characters
 * without spaces, counted over the whole set, recall weighing twice as much as precision. As
 * sacreBLEU 2 has it, `chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no`, after Popović, "chrF:
 * character n-gram F-score for automatic MT evaluation" (2015).
 */
export function chrf(translations: readonly string[], references: readonly string[]): number {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (let length = 1; length <= LONGEST_GRAM; length++) {
    const { written, wanted, shared } = count(translations, references, length);
    if (written === 0 || wanted === 0) continue;
    precisions.push(shared / written);
    recalls.push(shared / wanted);
  }
  const precision = meanOf(precisions);
  const recall = meanOf(recalls);
  const weighted = BETA ** 2 * precision + recall;
  return weighted === 0 ? 0 : (100 * (1 + BETA ** 2) * precision * recall) / weighted;
}

function count(translations: readonly string[], references: readonly string[], length: number) {
  const total = { written: 0, wanted: 0, shared: 0 };
  for (const [at, translation] of translations.entries()) {
    const written = countGrams(charactersOf(translation), length);
    const wanted = countGrams(charactersOf(references[at] ?? ""), length);
    // what a reference is too short for speaks against no translation
    if (wanted.size > 0) total.written += sumOf(written);
    total.wanted += sumOf(wanted);
    total.shared += countShared(written, wanted);
  }
  return total;
}

function charactersOf(text: string): string[] {
  return [...text.replaceAll(/\s/g, "")];
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((sum, count) => sum + count, 0);
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
