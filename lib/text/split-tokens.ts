/** Scripts written without spaces between words. */
const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々";
// joiners belong to words of Persian and of Indic scripts
const letter = `[[\\p{L}\\p{M}\\p{N}_\\u200c\\u200d]--[${unspaced}]]`;
const picture = "\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*";

const token = new RegExp(
  [
    "\\r\\n|[\\n\\r]",
    "[\\s--[\\n\\r]]+",
    // long runs cost the segmenter more than linear time, so they are cut
    `(?<unspaced>[${unspaced}][${unspaced}\\p{M}]{0,199})`,
    `\\p{Regional_Indicator}{2}|${picture}(?:\\u200d${picture})*`,
    `${letter}+(?:['’]${letter}+|(?<=\\p{N})[.,](?=\\p{N})${letter}+)*`,
    "[\\s\\S]\\p{M}*",
  ].join("|"),
  "gv",
);

/**
 * A text as words, runs of spaces, line breaks and single signs; joined they are the text again.
 * In scripts without spaces the words are those of the browser's dictionary.
 */
export function splitTokens(text: string): string[] {
  const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
  return [...text.matchAll(token)].flatMap(({ 0: piece, groups }) =>
    groups?.["unspaced"] ? Array.from(segmenter.segment(piece), ({ segment }) => segment) : piece,
  );
}
