import type { ProtectedKind, ValuedSpan } from "./protected-span.ts";

interface Side {
  text: string;
  spans: readonly ValuedSpan[];
}

/** More are not paired: every one is compared with every other. */
const MOST_PAIRED = 200;

/**
 * Which new span stands where a missing one stood: of the same sort, and between the same words,
 * or alike in writing, or the only ones.
 */
export function pairAltered(missing: Side, added: Side): Map<ValuedSpan, ValuedSpan> {
  const places = missing.spans.slice(0, MOST_PAIRED).map((span) => placeOf(span, missing.text));
  const others = added.spans.slice(0, MOST_PAIRED).map((span) => placeOf(span, added.text));
  const areOnly = missing.spans.length === 1 && added.spans.length === 1;
  const candidates = places.flatMap((place) =>
    others
      .filter(({ span }) => sortOf(span.kind) === sortOf(place.span.kind))
      .map((other) => ({
        span: place.span,
        other: other.span,
        score: Number(areOnly) + likenessOf(place, other),
      })),
  );
  const pairs = new Map<ValuedSpan, ValuedSpan>();
  const used = new Set<ValuedSpan>();
  for (const { span, other, score } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (score < 1 || pairs.has(span) || used.has(other)) continue;
    pairs.set(span, other);
    used.add(other);
  }
  return pairs;
}

/** A date may have become a number; a name never does. */
function sortOf(kind: ProtectedKind): string {
  switch (kind) {
    case "number":
    case "date":
    case "amount":
      return "figure";
    case "url":
    case "mail":
    case "code":
    case "quotation":
    case "placeholder":
    case "name":
      return kind;
  }
}

/** A span and the words beside it, "" for none. */
interface Place {
  span: ValuedSpan;
  before: string;
  after: string;
}

function placeOf(span: ValuedSpan, text: string): Place {
  return {
    span,
    before: wordBeside(text.slice(Math.max(0, span.start - 30), span.start), -1),
    after: wordBeside(text.slice(span.end, span.end + 30), 0),
  };
}

function likenessOf(place: Place, other: Place): number {
  const besides = [
    place.before !== "" && place.before === other.before,
    place.after !== "" && place.after === other.after,
  ];
  return besides.filter(Boolean).length + 2 * likeness(place.span.text, other.span.text);
}

function wordBeside(text: string, at: -1 | 0): string {
  return (
    text
      .match(/[\p{L}\p{N}]+/gu)
      ?.at(at)
      ?.toLowerCase() ?? ""
  );
}

/** From 0 to 1: the share of neighbouring characters that two texts have in common. */
function likeness(one: string, other: string): number {
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  const signs = text.toLowerCase().slice(0, 200);
  return new Set(Array.from(signs, (_, at) => signs.slice(at, at + 2)));
}
