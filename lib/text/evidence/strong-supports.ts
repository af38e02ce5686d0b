import type { Evidence, Support } from "./choose-evidence.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** The share of a sentence's weight that one of the page must hold to be about the same matter. */
const leastShare = 0.4;

/** The sentences of the page that say so much of a sentence that their own sense can be compared. */
export function strongSupports(sentence: ReadSentence, { supports }: Evidence): Support[] {
  const total = sentence.weights.reduce((sum, weight) => sum + weight, 0);
  return supports.filter(({ matches }) => {
    const held = matches.reduce(
      (sum, { token, likeness }) =>
        sum + likeness * (sentence.weights[sentence.content.indexOf(token)] ?? 0),
      0,
    );
    return held >= leastShare * total;
  });
}
