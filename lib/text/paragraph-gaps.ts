/**
 * A rewrite with the line breaks, empty lines and indents that stood between the original's
 * paragraphs, where it has as many; otherwise as it is. White space at its ends is the original's.
 */
export function keepParagraphGaps(rewrite: string, original: string): string {
  const gaps = original.trim().match(gap) ?? [];
  const paragraphs = rewrite.trim().split(gap);
  const inner =
    paragraphs.length === gaps.length + 1
      ? paragraphs.map((paragraph, at) => paragraph + (gaps[at] ?? "")).join("")
      : rewrite.trim();
  const lead = /^\s*/.exec(original)?.[0] ?? "";
  const tail = original.slice(original.trimEnd().length);
  return original.trim() === "" ? inner : lead + inner + tail;
}

/** White space with a line break in it. */
const gap = /[^\S\n\r]*[\n\r]\s*/g;
