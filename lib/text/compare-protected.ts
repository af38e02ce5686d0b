import { baseLanguage } from "./abbreviations.ts";
import { capitalsOf } from "./capitals.ts";
import { findFigures } from "./find-figures.ts";
import { findLiterals, plainWords } from "./find-literals.ts";
import { withDigits } from "./number-words.ts";
import { pairAltered } from "./pair-altered.ts";
import type { ProtectedSpan, ValuedSpan } from "./protected-span.ts";
import { findValued, wordsOf } from "./protected-spans.ts";

/**
 * What a rewrite did to something that it must keep. `span` stands in the old text, that of `new`
 * and `now` in the new one.
 */
export type ProtectedChange =
  | { kind: "missing"; span: ProtectedSpan }
  | { kind: "new"; span: ProtectedSpan }
  | { kind: "altered"; span: ProtectedSpan; now: ProtectedSpan };

/**
 * What a rewrite lost, put in or altered of what it must keep: first by its place in the old text,
 * then what is new. Another order is no change, nor is another way to write the same, nor saying
 * once what was said twice.
 */
export function compareProtected(
  before: string,
  after: string,
  language: string | null,
): ProtectedChange[] {
  return compareAcross({ text: before, language }, { text: after, language });
}

/** A text and the BCP 47 tag of its language, or null if that is not known. */
export interface Wording {
  text: string;
  language: string | null;
}

/** The same for two texts whose languages may differ. */
export function compareAcross(before: Wording, after: Wording): ProtectedChange[] {
  if (before.text === after.text) return [];
  const capitals = capitalsOf([before, after].map(({ text, language }) => wordsOf(text, language)));
  const old = { ...before, spans: findValued(before.text, before.language, capitals) };
  const now = { ...after, spans: findValued(after.text, after.language, capitals) };
  const missing = notHeld(old.spans, holdingOf(now, after.language));
  const added = notHeld(now.spans, holdingOf(old, before.language));
  const pairs = pairAltered({ ...before, spans: missing }, { ...after, spans: added });
  const altered = new Set(pairs.values());
  return [
    ...missing.map((span): ProtectedChange => {
      const other = pairs.get(span);
      return other
        ? { kind: "altered", span: bare(span), now: bare(other) }
        : { kind: "missing", span: bare(span) };
    }),
    ...added
      .filter((span) => !altered.has(span))
      .map((span): ProtectedChange => ({ kind: "new", span: bare(span) })),
  ];
}

function bare({ kind, text, start, end }: ValuedSpan): ProtectedSpan {
  return { kind, text, start, end };
}

/** All that a text says, in quotations and code too. */
interface Holding {
  values: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** The text in plain words, for whole phrases. */
  phrases: string;
  inflects: boolean;
}

function holdingOf(
  { text, spans }: { text: string; spans: readonly ValuedSpan[] },
  language: string | null,
): Holding {
  const loose = [
    ...findFigures(text, language),
    ...findFigures(withDigits(text, language), language),
    ...findLiterals(text),
  ];
  const phrases = plainWords(text);
  return {
    values: new Set([...spans, ...loose].flatMap(({ values }) => values)),
    words: new Set(phrases.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)),
    phrases,
    inflects: inflecting.has(baseLanguage(language) ?? ""),
  };
}

function notHeld(spans: readonly ValuedSpan[], holding: Holding): ValuedSpan[] {
  const told = new Set<string>();
  return spans.filter((span) => {
    const key = `${span.kind} ${span.values.join()}`;
    if (told.has(key) || isHeld(span, holding)) return false;
    told.add(key);
    return true;
  });
}

function isHeld(span: ValuedSpan, { values, words, phrases, inflects }: Holding): boolean {
  if (span.values.some((value) => !value.startsWith("bare ") && values.has(value))) return true;
  switch (span.kind) {
    case "number":
    case "amount":
      return span.values.some((value) => isHeldNumber(value, values));
    case "date":
    case "url":
    case "mail":
      return false;
    case "code":
    case "placeholder":
    case "quotation":
      return span.values.some((value) => phrases.includes(plainWords(value)));
    case "name":
      return span.values.some((value) => hasWords(value, words, inflects));
  }
}

/** A number whose unit one of the texts writes in a way that is not known. */
function isHeldNumber(value: string, values: ReadonlySet<string>): boolean {
  const [, kind, digits = ""] = /^(number|bare) (.*)$/.exec(value) ?? [];
  if (kind === "number") return values.has(`bare ${digits}`);
  return kind === "bare" && values.has(`number ${digits}`);
}

function hasWords(name: string, words: ReadonlySet<string>, inflects: boolean): boolean {
  const parts = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return parts.every((part) => {
    if (words.has(part) || words.has(`${part}s`) || words.has(part.replace(/s$/, ""))) return true;
    return inflects && [...words].some((word) => isInflected(part, word));
  });
}

/** Languages whose names have cases. */
const inflecting = new Set(
  "be bg cs el et fi hr hu hy ka lt lv pl ro ru sk sl sr tr uk".split(" "),
);

function isInflected(name: string, word: string): boolean {
  const stemChars = Math.max(3, Math.min(name.length, word.length) - 2);
  const isNear = Math.abs(name.length - word.length) <= 3;
  return isNear && name.length >= 3 && name.slice(0, stemChars) === word.slice(0, stemChars);
}
