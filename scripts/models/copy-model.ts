import { copyShape, copyWeights, wholeTokens } from "./copy-weights.ts";
import { corpus } from "./corpus.ts";
import { buildDecoder } from "./decoder.ts";
import { writeDecoderConfig, writeOnnx, writeTokenizer } from "./model-folder.ts";
import { makeTokenizer } from "./tokenizer.ts";

/** Writes the model that copies a line of its prompt; `copy-weights.ts` says how it does it. */
export function buildCopyModel(folder: string): void {
  const tokenizer = makeTokenizer({ corpus, merges: 400, whole: wholeTokens });
  const shape = copyShape(tokenizer.vocabSize);
  const weights = copyWeights(shape, tokenizer);
  writeTokenizer(folder, tokenizer);
  writeDecoderConfig(folder, shape, tokenizer);
  for (const format of ["q8", "q4", "q4f16"] as const)
    writeOnnx(folder, { name: "model", format }, buildDecoder(shape, weights, format));
}
