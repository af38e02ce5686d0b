/** Letters of scripts that are written without blanks. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}。、，！？「」『』（）]/u;
/** A word that was divided at the end of a line, and what of it stands on the next. */
const divided = /(?<head>\p{L}+)(?<hyphen>[-‐\u00AD])$/u;

/**
 * Lines of a block as one line. A word that was divided is one again, unless the text itself writes
 * it with a hyphen elsewhere.
 * @param known Words that stand whole somewhere in the text, hyphens and all.
 */
export function joinLines(lines: readonly string[], known: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    const cut = divided.exec(text)?.groups;
    const tail = /^\p{L}+/u.exec(line)?.[0];
    if (cut && tail !== undefined) {
      const { head = "", hyphen = "" } = cut;
      return keepsHyphen(head, hyphen, { tail, known }) ? text + line : text.slice(0, -1) + line;
    }
    const isUnspaced = unspaced.test(text.slice(-1)) && unspaced.test(line.charAt(0));
    return text + (isUnspaced ? "" : " ") + line;
  });
}

function keepsHyphen(
  head: string,
  hyphen: string,
  { tail, known }: { tail: string; known: ReadonlySet<string> },
): boolean {
  if (hyphen === "\u00AD") return false;
  if (known.has(`${head}${tail}`)) return false;
  if (known.has(`${head}-${tail}`)) return true;
  return !/^\p{Ll}/u.test(tail); // no word is divided before a capital or a number
}
