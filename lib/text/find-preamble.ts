import { preambleWords, type PreambleWords } from "./preamble-words.ts";

/**
 * The first lines of an answer that are a model's remark on it, such as "Sure, here is a shorter
 * version:", with the line breaks after them; "" when there is none for certain. A remark stands
 * on a line of its own, ends in a colon, is made of nothing but the words of such remarks, and
 * announces nothing of which the original speaks itself.
 */
export function findPreamble(answer: string, original: string): string {
  const [lines = "", assent = "", line = ""] =
    /^(?:([^\n:：]{1,40}[.!])\n+)?([^\n]{1,120})\n\s*(?:-{3,}\s*\n\s*)?/.exec(answer) ?? [];
  const remark = plain(`${assent} ${line}`);
  if (!/[:：]$/.test(remark) || /\p{N}/u.test(remark)) return "";
  const words = wordsOf(remark);
  const heard = new Set(wordsOf(original));
  const isRemark = preambleWords.some((known) => announces(words, heard, known));
  return isRemark && !startsWithRemark(original) ? lines : "";
}

/** Without the signs of headings and of bold or slanted text. */
function plain(line: string): string {
  return line.replace(/[*_#>]+/g, " ").trim();
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

function announces(words: string[], heard: ReadonlySet<string>, known: PreambleWords): boolean {
  const { assents, announcers, subjects, fillers } = known;
  const isKnown = (word: string) =>
    [assents, announcers, subjects, fillers].some((list) => list.has(word));
  if (!words.every(isKnown)) return false;
  const assenting = words.filter((word) => assents.has(word));
  const telling = words.filter((word) => announcers.has(word) || subjects.has(word));
  if (!telling.some((word) => announcers.has(word))) return false;
  if (!telling.some((word) => subjects.has(word))) return false;
  const assentsAnew = assenting.length > 0 && !assenting.some((word) => heard.has(word));
  return assentsAnew || !telling.some((word) => heard.has(word));
}

/** An original that announces something itself may be announced again. */
function startsWithRemark(original: string): boolean {
  return /[:：]$/.test(plain(original.trimStart().split(/[\r\n]/)[0] ?? ""));
}
