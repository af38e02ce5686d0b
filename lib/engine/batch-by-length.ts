/** More texts side by side than this gain little, and make Stop and the first result wait. */
const MOST_TEXTS = 16;
/** Memory and waiting grow with the whole table, its filling included. */
const MOST_TABLE_TOKENS = 1024;

/** Groups items that are about as long, so that little of a batch is filling. Lengths are in tokens. */
export function batchByLength<Item>(
  items: readonly Item[],
  lengthOf: (item: Item) => number,
): Item[][] {
  const measured = items
    .map((item) => ({ item, length: lengthOf(item) }))
    .toSorted((a, b) => a.length - b.length);
  const batches: Item[][] = [];
  let current: Item[] = [];
  for (const { item, length } of measured) {
    const isFull =
      current.length === MOST_TEXTS || (current.length + 1) * length > MOST_TABLE_TOKENS;
    if (current.length === 0 || isFull) batches.push((current = []));
    current.push(item);
  }
  return batches;
}
