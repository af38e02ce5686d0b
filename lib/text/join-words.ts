/** Words of a text, from `start` to before `end` in UTF-16 units. */
interface Stretch {
  start: number;
  end: number;
}

/** Words in order, those as one that overlap or have nothing but spaces and signs between them. */
export function joinWords(text: string, words: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of words.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, start)))
      last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
