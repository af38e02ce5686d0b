/** The longest end of a text that is kept on one line, in UTF-16 units. */
const mostKept = 12;

/** Where a text's last word begins, or its last few letters: a mark behind it stays beside them. */
export function lastWordOf(text: string): number {
  return Math.max(text.lastIndexOf(" ") + 1, text.length - mostKept);
}
