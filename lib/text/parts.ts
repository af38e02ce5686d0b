import { splitSentences } from "./sentences.ts";

/** A stretch of a text that is short enough. All parts, `lead + text + tail` each, are the text. */
export interface Part {
  /** White space before it; only the first part has any. */
  lead: string;
  /** Without white space at its ends; empty only where the whole text is. */
  text: string;
  /** White space up to the next part. */
  tail: string;
}

/** How a long text is cut. */
export interface PartSize {
  /** The most that a part may measure. */
  most: number;
  /** What a text measures; texts joined measure no more than both and one. */
  measure(text: string): number;
  /** BCP 47 tag of the text's language, or null if unknown. */
  language: string | null;
}

/**
 * Cuts a text into as few parts as it takes, between paragraphs where it can, else between lines,
 * sentences, clauses, words or, last of all, characters.
 */
export function splitParts(text: string, size: PartSize): Part[] {
  const lead = leadOf(text);
  return asParts(lead, joinShort(cutToFit(text.slice(lead.length), size, cuts), size));
}

/** Cuts a text into its sentences, a part each. */
export function splitSentenceParts(text: string, language: string | null): Part[] {
  const lead = leadOf(text);
  return asParts(lead, cutAfterSentences(text.slice(lead.length), language));
}

/** Cuts a text into its lines, a part each; empty lines belong to the one before. */
export function splitLineParts(text: string): Part[] {
  const lead = leadOf(text);
  return asParts(lead, text.slice(lead.length).match(/[^\n]+\s*/g) ?? []);
}

function leadOf(text: string): string {
  return /^\s*/.exec(text)?.[0] ?? "";
}

/** @param pieces What stands behind `lead`, each with the white space behind it. */
function asParts(lead: string, pieces: readonly string[]): Part[] {
  const parts = pieces.map((piece) => {
    const inner = piece.trimEnd();
    return { lead: "", text: inner, tail: piece.slice(inner.length) };
  });
  const [first = { lead, text: "", tail: "" }, ...rest] = parts;
  return [{ ...first, lead }, ...rest];
}

type Cut = (text: string, language: string | null) => string[];

/** From the best places to cut to the worst. Each keeps the white space behind a piece with it. */
const cuts: readonly Cut[] = [
  (text) => text.match(/[^]+?(?:\n[^\S\n]*(?=\n)\s*|$)/g) ?? [],
  (text) => text.match(/[^\n]+\s*/g) ?? [],
  cutAfterSentences,
  (text) => text.match(/[^]+?(?:[,;:–—]\s+|[，、；：]\s*|$)/g) ?? [],
  cutInHalves,
];

function cutToFit(text: string, size: PartSize, [cut, ...worse]: readonly Cut[]): string[] {
  if (text === "") return [];
  if (!cut || size.measure(text.trimEnd()) <= size.most) return [text];
  const pieces = cut(text, size.language);
  // halves are cut into halves until they fit or can be cut no more
  const next = cut === cutInHalves && pieces.length > 1 ? cuts.slice(-1) : worse;
  return pieces.flatMap((piece) => cutToFit(piece, size, next));
}

function cutAfterSentences(text: string, language: string | null): string[] {
  const starts: number[] = [];
  let at = 0;
  for (const sentence of splitSentences(text, language)) {
    const start = text.indexOf(sentence, at);
    starts.push(start);
    at = start + sentence.length;
  }
  return sliceAt(text, starts.slice(1));
}

/** At a space near the middle, else between two characters as a reader sees them. */
function cutInHalves(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  const space = /\s+/.exec(text.slice(middle));
  if (space && middle + space.index + space[0].length < text.length)
    return sliceAt(text, [middle + space.index + space[0].length]);
  const around = new Intl.Segmenter().segment(text).containing(middle);
  return sliceAt(text, around ? [around.index || around.segment.length] : []);
}

function sliceAt(text: string, ends: readonly number[]): string[] {
  const edges = [0, ...ends, text.length];
  return edges.slice(1).flatMap((end, at) => text.slice(edges[at], end) || []);
}

function joinShort(pieces: readonly string[], size: PartSize): string[] {
  const joined: string[] = [];
  let room = 0;
  for (const piece of pieces) {
    const cost = size.measure(piece.trimEnd()) + 1;
    const last = joined.at(-1);
    if (last !== undefined && cost <= room) {
      joined[joined.length - 1] = last + piece;
      room -= cost;
    } else {
      joined.push(piece);
      room = size.most - cost + 1;
    }
  }
  return joined;
}
