/** Characters that show nothing and can carry words a reader never sees. */
const unseen =
  /(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]+|[\u{E0100}-\u{E01EF}]{2,}|[\u00AD\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text without what shows nothing: Unicode tags (but in flags), zero-width and direction marks. */
export function dropUnseen(text: string): string {
  return text.replace(unseen, "");
}

/** Text with every run of white space made one space, and none at its ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Text of the same length with no-break spaces as spaces, as where editors write one for the other. */
export function plainSpaces(text: string): string {
  return text.replaceAll("\u00A0", " ");
}
