import * as v from "valibot";
import { AppError } from "../errors.ts";

/**
 * The most nodes, characters and milliseconds that one reading may take. The time is long, since the
 * page stays responsive meanwhile: a slow machine is no reason to lose the rest of a text.
 */
export const snapshotLimits = { nodes: 120_000, characters: 2_000_000, totalMs: 10_000 };

/**
 * What a reader can see of a page, as flat columns: a nested form would overflow the stack on a
 * deep page, and columns are quick to check. Node 0 is the body. A parent stands before its
 * children, and children stand in reading order.
 */
export interface PageSnapshot {
  title: string;
  url: string;
  contentType: string;
  language: string | null;
  /** Names and values of the page's `meta` elements and linked data that tell title and author. */
  metas: readonly (readonly [name: string, value: string])[];
  /** Index of each node's parent in what is shown, where slots are filled; -1 for the body. */
  parents: readonly number[];
  /** A known tag in lower case, `#text`, `#shadow` for a shadow root, `#frame` for a frame's body. */
  tags: readonly string[];
  /** Text of a text node; of an element, its attributes as `name=value` lines. */
  values: readonly string[];
  /** Which child element of its parent in the document this is, counted from 0; -1 for others. */
  steps: readonly number[];
  /** Slotted nodes: the node's index and the index of its host, by which it is found again. */
  slotted: readonly (readonly [node: number, host: number])[];
  /** What the reader has selected: its text, and the first and last text node in it. */
  selection: { text: string; first: number; last: number } | null;
  leftOut: "page-too-large" | null;
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const schema = v.object({
  title: text(2_000),
  url: text(100_000),
  contentType: text(200),
  language: v.nullable(text(100)),
  metas: v.pipe(v.array(v.tuple([text(100), text(5_000)])), v.maxLength(200)),
  parents: v.custom<number[]>(isWholeNumbers),
  tags: v.custom<string[]>(isStrings),
  values: v.custom<string[]>(isStrings),
  steps: v.custom<number[]>(isWholeNumbers),
  slotted: v.array(v.tuple([v.number(), v.number()])),
  selection: v.nullable(v.object({ text: v.string(), first: v.number(), last: v.number() })),
  leftOut: v.nullable(v.literal("page-too-large")),
});

/**
 * Believes a snapshot only when its shape is right: it comes from a process that a page shares.
 * @throws AppError page-forbidden
 */
export function parseSnapshot(value: unknown): PageSnapshot {
  const result = v.safeParse(schema, value);
  if (!result.success) throw refuse(result.issues[0].message);
  const snapshot = result.output;
  const { parents, tags, values, steps } = snapshot;
  const lengths = new Set([parents.length, tags.length, values.length, steps.length]);
  if (lengths.size !== 1 || tags.length > snapshotLimits.nodes) throw refuse("uneven columns");
  if (parents.some((parent, node) => parent >= node || parent < Math.min(node - 1, 0)))
    throw refuse("a parent after its child");
  if (snapshot.slotted.some(([node, host]) => !(host >= 0 && host < node && node < tags.length)))
    throw refuse("a slot without a host");
  return snapshot;
}

function refuse(why: string): AppError {
  return new AppError("page-forbidden", `the page's snapshot is not one: ${why}`);
}

// Columns of a hundred thousand values: one loop each instead of a schema for every value.
function isWholeNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => Number.isInteger(item) && item >= -1);
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
