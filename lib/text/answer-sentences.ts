import { type Inline, inlineText } from "./answer-inline.ts";
import type { AnswerTree, Item, List } from "./answer-tree.ts";
import { splitSentences } from "./sentences.ts";

/** A sentence of an answer, with how its words are set. */
export interface AnswerSentence {
  /** Its place among all sentences of the answer, counted from 0. */
  index: number;
  /** White space between it and the sentence before. */
  gap: string;
  text: string;
  inline: readonly Inline[];
}

/** The sentences of an answer, by the words of the paragraph or item that they stand in. */
export type AnswerSentences = ReadonlyMap<readonly Inline[], readonly AnswerSentence[]>;

/** Cuts an answer's paragraphs and items into sentences. Headings and code have none. */
export function cutAnswer(tree: AnswerTree, language: string | null): AnswerSentences {
  const sentences = new Map<readonly Inline[], AnswerSentence[]>();
  let index = 0;
  for (const inline of tree.flatMap(statementsOf)) {
    const cut = cutInline(inline, language).map((sentence) => ({ index: index++, ...sentence }));
    sentences.set(inline, cut);
  }
  return sentences;
}

function statementsOf(block: AnswerTree[number]): (readonly Inline[])[] {
  switch (block.kind) {
    case "paragraph":
      return [block.inline];
    case "heading":
    case "code":
      return [];
    case "facts":
      return block.facts.map(({ inline }) => inline);
    case "list":
      return itemsOf(block).map(({ inline }) => inline);
  }
}

function itemsOf({ items }: List): Item[] {
  return items.flatMap((item) => [item, ...(item.nested ? itemsOf(item.nested) : [])]);
}

function cutInline(
  inline: readonly Inline[],
  language: string | null,
): Omit<AnswerSentence, "index">[] {
  const whole = inlineText(inline);
  let from = 0;
  return splitSentences(whole, language).map((sentence) => {
    const text = sentence.trim();
    const start = whole.indexOf(text, from);
    const gap = whole.slice(from, start);
    from = start + text.length;
    return { gap, text, inline: sliceInline(inline, start, from) };
  });
}

/** The words from `start` to before `end`, in UTF-16 units, set as they are. */
export function sliceInline(inline: readonly Inline[], start: number, end: number): Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (const piece of inline) {
    const length = "text" in piece ? piece.text.length : inlineText(piece.children).length;
    const [first, last] = [Math.max(start - from, 0), Math.min(end - from, length)];
    if (first < last) pieces.push(slicePiece(piece, first, last));
    from += length;
  }
  return pieces;
}

function slicePiece(piece: Inline, start: number, end: number): Inline {
  return "text" in piece
    ? { ...piece, text: piece.text.slice(start, end) }
    : { ...piece, children: sliceInline(piece.children, start, end) };
}
