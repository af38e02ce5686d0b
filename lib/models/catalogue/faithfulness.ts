/**
 * How often a model made something up, in one sentence.
 * @param percent of its summaries in Vectara's test of hallucination, as the board gives it.
 */
export function foundUnfaithful(percent: string): string {
  return `In Vectara’s test, ${percent} % of its summaries said something that the text did not.`;
}
