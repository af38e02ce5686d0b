/** How often each run of so many units stands in a text. */
export function countGrams(units: readonly string[], length: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= units.length; at++) {
    const gram = units.slice(at, at + length).join("\0");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** How many grams two texts share; each counts as often as both have it. */
export function countShared(
  some: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): number {
  let shared = 0;
  for (const [gram, count] of some) shared += Math.min(count, others.get(gram) ?? 0);
  return shared;
}
