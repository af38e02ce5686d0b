import { findClosingRemark } from "./find-closing-remark.ts";
import { findPreamble } from "./find-preamble.ts";

/** Layers that models put around an answer: a remark, a fence within it, quotes within that. */
const MOST_LAYERS = 6;

/**
 * A rewrite without what the model said around it: its remarks before and after, fences and
 * quotation marks around everything. Each is taken off only where it is certain; in doubt it stays.
 * The white space around the original is put around the rewrite.
 */
export function tidyRewrite(answer: string, original: string): string {
  let text = answer.trim();
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const bare = takeOffOne(text, original);
    if (bare === text || bare === "") break;
    text = bare;
  }
  if (text === "" || original.trim() === "") return text;
  const leading = original.slice(0, original.length - original.trimStart().length);
  return leading + text + original.slice(original.trimEnd().length);
}

function takeOffOne(text: string, original: string): string {
  const preamble = findPreamble(text, original);
  if (preamble) return text.slice(preamble.length).trim();
  const closing = findClosingRemark(text, original);
  if (closing) return text.slice(0, text.length - closing.length).trim();
  return withoutFence(text, original) ?? withoutQuotes(text, original) ?? text;
}

function withoutFence(text: string, original: string): string | null {
  const [, , inner] = /^(`{3,}|~{3,})[^\n`~]*\n([\s\S]*)\n[ \t]*\1$/.exec(text) ?? [];
  if (inner === undefined || /`{3}|~{3}/.test(inner + original)) return null;
  return inner.trim();
}

/** Opening and closing marks of the styles that models use around a whole answer. */
const quotePairs = ['""', "“”", "„“", "„”", "””", "«»", "»«", "‘’", "「」", "『』", "``", "''"];
const quoteMark = /["“”„«»「」『』`‹›]|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/u;

function withoutQuotes(text: string, original: string): string | null {
  const isQuoted = quotePairs.includes(`${text[0]}${text.at(-1)}`) && text.length > 2;
  const inner = text.slice(1, -1);
  return isQuoted && !quoteMark.test(inner) && !quoteMark.test(original) ? inner.trim() : null;
}
