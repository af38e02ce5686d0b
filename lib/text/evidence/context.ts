import { areAlike } from "./are-alike.ts";
import type { Token } from "./evidence-tokens.ts";
import type { PageSentence } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";

interface Span {
  start: number;
  end: number;
}

/** Words on either side that tell what a figure or a name belongs to. */
const reach = 4;

/** A span of the page. */
interface PlacedSpan {
  sentence: PageSentence;
  span: Span;
  /** Sentences beside it, whose words a summary may have joined with its own; they count less. */
  beside?: readonly PageSentence[];
}

/** How much farther a word is on the other side of a span. */
const otherSide = 3;

/** What a word far from a span counts, or one in a sentence beside. */
const farShare = 0.5;

/**
 * How far the words around a span of a sentence stand around a span of the page too, from 0 to 1:
 * near ones count more.
 */
export function contextLikeness({ content }: ReadSentence, span: Span, place: PlacedSpan): number {
  const around = besides(content, span);
  const there = besides(
    place.sentence.tokens.filter(({ isContent }) => isContent),
    place.span,
  );
  let sum = 0;
  let most = 0;
  for (const { token, distance, isBefore } of around) {
    const weight = 1 / (1 + distance);
    most += weight;
    const found = there.filter((other) => areAlike(token, other.token));
    const nearest = Math.min(
      ...found.map((other) => other.distance + (other.isBefore === isBefore ? 0 : otherSide)),
    );
    if (found.length > 0) sum += weight * (nearest <= reach ? 1 : farShare);
    else if (isSaidIn(place.beside, token)) sum += weight * farShare;
  }
  return most === 0 ? 0 : sum / most;
}

function isSaidIn(sentences: readonly PageSentence[] | undefined, token: Token): boolean {
  return sentences?.some(({ tokens }) => tokens.some((other) => areAlike(token, other))) ?? false;
}

/** The words of a sentence outside a span, by how many words they are from it. */
function besides(tokens: readonly Token[], { start, end }: Span) {
  const before = tokens.filter((token) => token.end <= start);
  const after = tokens.filter((token) => token.start >= end);
  return [
    ...before.toReversed().map((token, distance) => ({ token, distance, isBefore: true })),
    ...after.map((token, distance) => ({ token, distance, isBefore: false })),
  ];
}
