/** How many tokens are the same in two texts, from their start on. */
export function countSameTokens(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((tokenId, at) => tokenId !== other[at]);
  return differing < 0 ? one.length : differing;
}
