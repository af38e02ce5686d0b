/**
 * Writes a model of a true shape with random weights, for measuring speed:
 *
 *     node scripts/models/true-shape.ts <smollm2-135m|smollm2-360m|qwen2.5-0.5b> <folder> [q8] [q4]
 *     node scripts/models/true-shape.ts opus-mt <folder>
 *
 * Its answers mean nothing, but every pass costs what the real model's pass costs. The same bytes
 * come out every time. Without a format it is q8, the one for WASM.
 */
import type { DecoderShape, DecoderWeights, MatrixName } from "./decoder.ts";
import { buildDecoder } from "./decoder.ts";
import { corpus } from "./corpus.ts";
import type { Format } from "./layers.ts";
import { writeDecoderConfig, writeOnnx, writeTokenizer } from "./model-folder.ts";
import { makeTokenizer } from "./tokenizer.ts";
import { buildTrueShapeMarian } from "./true-shape-marian.ts";

/** The numbers are those of each model's `config.json` on the hub, but for the positions. */
const shapes: Readonly<Record<string, DecoderShape>> = {
  "smollm2-135m": {
    family: "llama",
    vocabSize: 49_152,
    hiddenSize: 576,
    intermediateSize: 1536,
    layers: 30,
    heads: 9,
    keyHeads: 3,
    headSize: 64,
    positions: 4096,
    choosesLogits: true,
  },
  "smollm2-360m": {
    family: "llama",
    vocabSize: 49_152,
    hiddenSize: 960,
    intermediateSize: 2560,
    layers: 32,
    heads: 15,
    keyHeads: 5,
    headSize: 64,
    positions: 4096,
    choosesLogits: true,
  },
  "qwen2.5-0.5b": {
    family: "qwen2",
    vocabSize: 151_936,
    hiddenSize: 896,
    intermediateSize: 4864,
    layers: 24,
    heads: 14,
    keyHeads: 2,
    headSize: 64,
    positions: 4096,
    choosesLogits: true,
  },
};
const formats: readonly Format[] = ["q8", "q4"];
const rotationBase = 1e6;
/** Small enough that the hidden state stays finite through any number of layers. */
const spread = 0.03;

const translationModel = "opus-mt";
const [name = "", folder, ...wanted] = process.argv.slice(2);
const shape = shapes[name];
const chosen = formats.filter((format) => wanted.includes(format));
if (folder && name === translationModel) buildTrueShapeMarian(folder);
else if (folder && shape && chosen.length === wanted.length)
  buildTrueShape(shape, folder, chosen.length > 0 ? chosen : ["q8"]);
else {
  const names = [...Object.keys(shapes), translationModel];
  console.error(`usage: true-shape.ts <${names.join("|")}> <folder> [q8] [q4]`);
  process.exit(2);
}

function buildTrueShape(shape: DecoderShape, folder: string, formats: readonly Format[]): void {
  const tokenizer = makeTokenizer({ corpus, merges: 400, vocabSize: shape.vocabSize });
  writeTokenizer(folder, tokenizer);
  writeDecoderConfig(folder, shape, tokenizer);
  for (const format of formats)
    writeOnnx(folder, { name: "model", format }, buildDecoder(shape, randomWeights(shape), format));
}

function randomWeights(shape: DecoderShape): DecoderWeights {
  const { headSize, hiddenSize, layers } = shape;
  const names: readonly MatrixName[] = [
    "q_proj",
    "k_proj",
    "v_proj",
    "o_proj",
    "gate_proj",
    "up_proj",
    "down_proj",
  ];
  const seedOf = (layer: number, name: MatrixName): number =>
    1 + layer * names.length + names.indexOf(name);
  const lastSeed = 1 + layers * names.length;
  return {
    embedding: { kind: "random", seed: lastSeed, spread },
    head: { kind: "random", seed: lastSeed + 1, spread },
    angles: Float64Array.from({ length: headSize / 2 }, (_, pair) =>
      Math.pow(rotationBase, (-2 * pair) / headSize),
    ),
    matrix: (layer, name) => ({ kind: "random", seed: seedOf(layer, name), spread }),
    gains: (_, name) => new Float32Array(name.endsWith("_norm") ? headSize : hiddenSize).fill(1),
  };
}
