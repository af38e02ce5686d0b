/**
 * Weights for a Qwen3 that copies: after `<|im_start|>assistant\n` it answers with the line that
 * follows the first `¶`, or else with the line after the first `<page>` and newline. Nothing is
 * trained. Each of the four layers has one thing to find out about every token:
 *
 * 0. Which tokens stand before it, and so whether a page or the answer starts here.
 * 1. Which of the three starts (`¶`, page, answer) have been seen, and whether this is the first.
 * 2. How far it is from the last start that counts, as a code made of twelve waves of the distance.
 * 3. Which earlier token has the same distance from the start of the source. That one comes next.
 *
 * So copying follows the distance and not the words, and no repetition can derail it. Tokens at
 * which a line ends have the code of `<|im_end|>` in place of their own.
 *
 * The rotations turn only the first pairs of dimensions in a head, and the others stand still, so
 * that a head can look for a distance, for a content, or for both. Where scores must be of a
 * certain size, the gains of the query and key norms set it, since they are stored as floats;
 * all matrices hold few different values, which survive storage in 4 bits.
 */
import type { DecoderShape, DecoderWeights, MatrixName, NormName } from "./decoder.ts";
import { matrixSize } from "./decoder.ts";
import { codeLength, codeOf } from "./token-codes.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { Matrix } from "./weights.ts";

/**
 * Tokens after which the waves that measure a distance repeat. Found by random search: no two
 * distances up to 4,096 have codes of a cosine above 0.85.
 */
const wavelengths = [10.8, 7.83, 21.79, 4.64, 40.72, 28.62];
const waves = wavelengths.length;

export function copyShape(vocabSize: number): DecoderShape {
  return {
    family: "qwen3",
    vocabSize,
    hiddenSize: 128,
    intermediateSize: 32,
    layers: 4,
    heads: 2 * waves,
    keyHeads: 2,
    headSize: 32,
    positions: 4096,
    choosesLogits: false,
  };
}

/** The tokens that have a part in finding the source. */
const marks = {
  "¶": "¶",
  newline: "\n",
  bracket: ">",
  pageTag: "<page",
  assistant: "assistant",
  turn: "<|im_start|>",
} as const;
export const wholeTokens: readonly string[] = [marks["¶"], marks.pageTag, marks.assistant];

/** What can start a stretch whose distance is measured. */
const starts = ["¶", "page", "answer"] as const;
const startFlags = { "¶": "¶", page: "startsPage", answer: "startsAnswer" } as const;

/** Where in the hidden state the layers keep what they know, in blocks of 32. */
const place = {
  code: 0,
  flags: 32,
  one: 64,
  distance: 65,
  next: 96,
} as const;
const flags = [
  ...Object.keys(marks),
  "afterTurn",
  "afterBracket",
  "twoAfterPageTag",
  "isFirst",
  "startsPage",
  "startsAnswer",
  ...starts.map((start) => `count ${start}`),
  ...starts.map((start) => `seen ${start}`),
  ...starts.map((start) => `valid ${start}`),
  "in ¶",
  "in page",
  "in answer",
  "wants page",
  "wants nothing",
];

function flag(name: string): number {
  const index = flags.indexOf(name);
  if (index < 0) throw new Error(`no flag is named ${name}`);
  return place.flags + index;
}

/** Dimensions of a head that no rotation turns. */
function still(index: number): number {
  return index < 16 - waves ? waves + index : 16 + waves + (index - (16 - waves));
}
/** The two dimensions that wave `index` turns. */
function turning(index: number): [number, number] {
  return [index, 16 + index];
}

/** A small constant part of every key, without which the norm would make much of noise. */
const anchor = 0.25;
/** Scores, in natural logarithms of attention. */
const presence = 28;
const waveHeight = 1.6;
const sameDistance = 300;
const rightSource = 240;
const nothingToCopy = 750;

export function copyWeights(shape: DecoderShape, tokenizer: Tokenizer): DecoderWeights {
  const layers = [lookBack(shape), findStarts(shape), measureDistance(shape), copyToken(shape)];
  const angles = Float64Array.from({ length: shape.headSize / 2 }, (_, pair) => {
    const wavelength = wavelengths[pair];
    return wavelength === undefined ? 0 : (2 * Math.PI) / wavelength;
  });
  return {
    embedding: embeddingOf(shape, tokenizer).toWeights(),
    head: headOf(shape).toWeights(),
    angles,
    matrix: (layer, name) => layerOf(layers, layer).matrices[name].toWeights(),
    gains: (layer, name) => layerOf(layers, layer).gains(name),
  };
}

function layerOf(layers: readonly Layer[], index: number): Layer {
  const layer = layers[index];
  if (!layer) throw new Error(`there is no layer ${index}`);
  return layer;
}

/** One layer while it is told what to do. */
class Layer {
  readonly matrices: Record<MatrixName, Matrix>;
  /** Gains of a head's dimensions; those of queries carry the size of scores. */
  readonly queryGains: Float32Array;
  readonly keyGains: Float32Array;
  readonly #shape: DecoderShape;
  #innerUnits = 0;

  constructor(shape: DecoderShape) {
    const matrix = (name: MatrixName): Matrix => new Matrix(...matrixSize(shape, name));
    this.#shape = shape;
    this.queryGains = new Float32Array(shape.headSize).fill(1);
    this.keyGains = new Float32Array(shape.headSize).fill(1);
    this.matrices = {
      q_proj: matrix("q_proj"),
      k_proj: matrix("k_proj"),
      v_proj: matrix("v_proj"),
      o_proj: matrix("o_proj"),
      gate_proj: matrix("gate_proj"),
      up_proj: matrix("up_proj"),
      down_proj: matrix("down_proj"),
    };
    for (let unit = 0; unit < shape.intermediateSize; unit++)
      this.matrices.up_proj.set(place.one, unit, 1);
  }

  query(head: number, dimension: number, from: number, weight = 1): void {
    this.matrices.q_proj.set(from, head * this.#shape.headSize + dimension, weight);
  }

  /** All key heads are alike. */
  key(dimension: number, from: number, weight = 1): void {
    for (let head = 0; head < this.#shape.keyHeads; head++)
      this.matrices.k_proj.set(from, head * this.#shape.headSize + dimension, weight);
  }

  value(dimension: number, from: number, weight = 1): void {
    for (let head = 0; head < this.#shape.keyHeads; head++)
      this.matrices.v_proj.set(from, head * this.#shape.headSize + dimension, weight);
  }

  output(head: number, dimension: number, to: number, weight = 1): void {
    this.matrices.o_proj.set(head * this.#shape.headSize + dimension, to, weight);
  }

  /**
   * Sets a flag to 1 where the sum of the terms is at least `high`, to 0 where it is at most `low`.
   * Two units do it: a ramp that rises from `low`, less one that rises from `high`.
   */
  decide(to: string, { terms, low, high, steepness }: Decision): void {
    for (const [threshold, sign] of [
      [low, 1],
      [high, -1],
    ] as const) {
      const unit = this.#innerUnits++;
      for (const [from, weight] of Object.entries(terms))
        this.matrices.gate_proj.set(flag(from), unit, weight * steepness);
      this.matrices.gate_proj.set(place.one, unit, -threshold * steepness);
      this.matrices.down_proj.set(unit, flag(to), sign / (steepness * (high - low)));
    }
  }

  gains(name: NormName): Float32Array {
    if (name === "q_norm") return this.queryGains;
    if (name === "k_norm") return this.keyGains;
    // The 32 signs of a token's code and some flags make up the length of the hidden state; with
    // this gain a flag is about 1 after the norm too.
    const { hiddenSize } = this.#shape;
    return new Float32Array(hiddenSize).fill(Math.sqrt((codeLength + 3) / hiddenSize));
  }
}

interface Decision {
  readonly terms: Readonly<Record<string, number>>;
  readonly low: number;
  readonly high: number;
  readonly steepness: number;
}

/** Layer 0: the tokens one and two before, found by distance alone. */
function lookBack(shape: DecoderShape): Layer {
  const layer = new Layer(shape);
  const second = shape.heads / 2;
  for (let wave = 0; wave < waves; wave++) {
    const [x, y] = turning(wave);
    const angle = (2 * Math.PI) / (wavelengths[wave] ?? 1);
    layer.key(x, place.one);
    for (const [head, distance] of [
      [0, 1],
      [second, 2],
    ] as const) {
      layer.query(head, x, place.one, Math.cos(angle * distance));
      layer.query(head, y, place.one, -Math.sin(angle * distance));
    }
  }
  layer.queryGains.fill(sameDistance / Math.sqrt(shape.headSize));
  layer.value(0, flag("turn"));
  layer.value(1, flag("bracket"));
  layer.value(2, flag("pageTag"));
  layer.output(0, 0, flag("afterTurn"));
  layer.output(0, 1, flag("afterBracket"));
  layer.output(second, 2, flag("twoAfterPageTag"));

  const both = { low: 1.25, high: 1.75, steepness: 40 };
  // Only at position 0 is the token before the token itself, and no chat has two turns in a row.
  layer.decide("isFirst", { terms: { turn: 1, afterTurn: 1 }, ...both });
  layer.decide("startsAnswer", { terms: { assistant: 1, afterTurn: 1 }, ...both });
  const pageTerms = { newline: 1, afterBracket: 1, twoAfterPageTag: 1 };
  layer.decide("startsPage", { terms: pageTerms, low: 2.25, high: 2.75, steepness: 40 });
  return layer;
}

/** Layer 1: for each kind of start, whether there was one and whether this is the first. */
function findStarts(shape: DecoderShape): Layer {
  const layer = new Layer(shape);
  const first = still(starts.length);
  layer.key(first, flag("isFirst"));
  layer.key(still(starts.length + 1), place.one, anchor);
  layer.value(0, flag("isFirst"));
  starts.forEach((start, i) => {
    layer.key(still(i), flag(startFlags[start]));
    layer.value(0, flag(startFlags[start]), -1);
    // The first token and n starts share the attention: (1 - n) / (1 + n).
    layer.query(i, still(i), place.one);
    layer.query(i, first, place.one);
    layer.output(i, 0, flag(`count ${start}`));
    // The first token has the attention until a start takes it: -1, then 1.
    const other = shape.heads / 2 + i;
    layer.query(other, still(i), place.one);
    layer.query(other, first, place.one, 0.5);
    layer.output(other, 0, flag(`seen ${start}`), -1);
  });
  const unitQuery = Math.sqrt(shape.headSize / 2);
  const unitKey = Math.sqrt(shape.headSize / (1 + anchor ** 2));
  layer.queryGains.fill((presence * Math.sqrt(shape.headSize)) / (unitQuery * unitKey));

  for (const start of starts) {
    const terms = { [startFlags[start]]: 2, [`count ${start}`]: 1 };
    layer.decide(`valid ${start}`, { terms, low: 1.75, high: 1.92, steepness: 40 });
  }
  const decideFrom = (to: string, terms: Record<string, number>): void => {
    const highest = Object.keys(terms).length;
    layer.decide(to, { terms, low: highest - 1.5, high: highest - 0.5, steepness: 20 });
  };
  decideFrom("in ¶", { "seen ¶": 1, "seen answer": -1 });
  decideFrom("in page", { "seen page": 1, "seen ¶": -1, "seen answer": -1 });
  decideFrom("in answer", { "seen answer": 1 });
  decideFrom("wants page", { "seen page": 1, "seen ¶": -1 });
  decideFrom("wants nothing", { "seen page": -1, "seen ¶": -1 });
  return layer;
}

/**
 * Layer 2: the distance from the start that counts. Attention is shared between that start and the
 * first token, and one wave of the distance tips it to one or the other.
 */
function measureDistance(shape: DecoderShape): Layer {
  const layer = new Layer(shape);
  const first = still(starts.length);
  starts.forEach((start, i) => {
    const valid = flag(`valid ${start}`);
    layer.key(still(i), valid);
    layer.value(0, valid);
    for (let wave = 0; wave < waves; wave++) layer.key(turning(wave)[0], valid);
  });
  layer.key(first, flag("isFirst"));
  layer.key(still(starts.length + 1), place.one, anchor);
  layer.value(0, flag("isFirst"), -1);

  for (let head = 0; head < shape.heads; head++) {
    const [cosine, sine] = turning(head % waves);
    if (head < waves) layer.query(head, cosine, place.one);
    else layer.query(head, sine, place.one, -1);
    // The first token is wanted exactly as much as the start, so that only the wave decides.
    starts.forEach((start, i) => {
      layer.query(head, still(i), flag(`in ${start}`));
      layer.query(head, first, flag(`in ${start}`));
    });
    layer.output(head, 0, place.distance + head);
  }
  const unitQuery = Math.sqrt(shape.headSize / 3);
  const unitStart = Math.sqrt(shape.headSize / (waves + 1 + anchor ** 2));
  const unitFirst = Math.sqrt(shape.headSize / (1 + anchor ** 2));
  const unit = Math.sqrt(shape.headSize) / (unitQuery * unitStart);
  layer.queryGains.fill(presence * unit);
  for (let wave = 0; wave < waves; wave++)
    for (const dimension of turning(wave)) layer.queryGains[dimension] = waveHeight * unit;
  layer.keyGains[first] = unitStart / unitFirst;
  return layer;
}

/** Layer 3: the token at the same distance from the start of the source. */
function copyToken(shape: DecoderShape): Layer {
  const layer = new Layer(shape);
  const after = 2 * waves;
  const inMark = still(after);
  const inPage = still(after + 1);
  const first = still(after + 2);
  const constant = still(after + 3);
  for (let i = 0; i < 2 * waves; i++) {
    layer.key(still(i), place.distance + i);
    layer.query(0, still(i), place.distance + i);
  }
  layer.key(inMark, flag("in ¶"));
  layer.key(inPage, flag("in page"));
  layer.key(first, flag("isFirst"));
  layer.key(constant, place.one, anchor);
  layer.query(0, inMark, flag("seen ¶"), 0.5);
  layer.query(0, inMark, place.one, 0.5);
  layer.query(0, inPage, flag("wants page"));
  layer.query(0, first, flag("wants nothing"));
  for (let i = 0; i < codeLength; i++) {
    layer.value(i, place.code + i);
    layer.output(0, i, place.next + i);
  }
  setCopyGains(layer, shape);
  return layer;
}

/** Queries and keys here have a code of about `codeSquare` in square length, and one flag. */
function setCopyGains(layer: Layer, shape: DecoderShape): void {
  const codeSquare = meanCodeSquare();
  const unitQuery = Math.sqrt(shape.headSize / (codeSquare + 1));
  const unitKey = Math.sqrt(shape.headSize / (codeSquare + 1 + anchor ** 2));
  const unit = Math.sqrt(shape.headSize) / (unitQuery * unitKey);
  layer.queryGains.fill((sameDistance * unit) / codeSquare);
  for (const i of [0, 1, 2]) layer.queryGains[still(2 * waves + i)] = rightSource * unit;
  // The first token has no distance, so its code is twelve times -1.
  const unitFirst = Math.sqrt(shape.headSize / (2 * waves + 1 + anchor ** 2));
  layer.keyGains[still(2 * waves + 2)] = (nothingToCopy / rightSource) * (unitKey / unitFirst);
}

/** A wave's value is tanh(waveHeight / 2 · cos), because two tokens share the attention. */
function meanCodeSquare(): number {
  const samples = 360;
  let sum = 0;
  for (let i = 0; i < samples; i++)
    sum += Math.tanh((waveHeight / 2) * Math.cos((2 * Math.PI * i) / samples)) ** 2;
  return (2 * waves * sum) / samples;
}

function embeddingOf(shape: DecoderShape, tokenizer: Tokenizer): Matrix {
  const table = new Matrix(shape.vocabSize, shape.hiddenSize);
  const end = tokenizer.idOf("<|im_end|>");
  const ending = new Set(["\n", "\r", "<|im_start|>", "<|endoftext|>"].map(tokenizer.idOf));
  for (let token = 0; token < shape.vocabSize; token++) {
    codeOf(ending.has(token) ? end : token).forEach((sign, i) => {
      table.set(token, place.code + i, sign);
    });
    table.set(token, place.one, 1);
  }
  for (const [name, text] of Object.entries(marks)) table.set(tokenizer.idOf(text), flag(name), 1);
  return table;
}

function headOf(shape: DecoderShape): Matrix {
  const head = new Matrix(shape.hiddenSize, shape.vocabSize);
  for (let token = 0; token < shape.vocabSize; token++)
    codeOf(token).forEach((sign, i) => head.set(place.next + i, token, sign));
  return head;
}
