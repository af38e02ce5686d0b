/**
 * A text without the special tokens of a model. A page that spells one out could otherwise end our
 * message and begin its own. A space takes each one's place, since what stood on both sides of it
 * could join to another.
 */
export function stripSpecialTokens(text: string, specialTokens: readonly string[]): string {
  return specialTokens.reduce((plain, token) => plain.replaceAll(token, " "), text);
}
