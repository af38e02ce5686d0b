import * as v from "valibot";
import { AppError } from "../errors.ts";

/** The most characters that may be asked to be rewritten at once. */
export const longestTargetCharacters = 200_000;

const reasonSchema = v.picklist([
  /** Text of a page, which can be read but not written. */
  "not-editable",
  /** An editor that draws its text itself, so that nobody else can write into it. */
  "canvas-editor",
  /** A password, a code, a payment, or what is hidden, disabled or read-only: its text is not read. */
  "protected-field",
]);
export type CopyOnlyReason = v.InferOutput<typeof reasonSchema>;

const placeSchema = v.object({
  /**
   * The way to the field: an id, or the number of a child element, from the document's root or the
   * last `shadow`, which enters the shadow root of the element before it.
   */
  path: v.array(
    v.variant("kind", [
      v.object({ kind: v.literal("id"), id: v.string() }),
      v.object({ kind: v.literal("child"), index: v.number() }),
      v.object({ kind: v.literal("shadow") }),
    ]),
  ),
  /** What kind of field it is, by which another one at the same place is told apart. */
  field: v.string(),
  /** Where the selected text stands in the field's text, in UTF-16 units. */
  start: v.number(),
  end: v.number(),
  /** The text around it, at most `contextCharacters` each. */
  before: v.string(),
  after: v.string(),
});
/** Where a selection was, as data: nothing is left in the page to find it again. */
export type Place = v.InferOutput<typeof placeSchema>;

const selectedSchema = v.variant("kind", [
  v.object({ kind: v.literal("replaceable"), text: v.string(), place: placeSchema }),
  v.object({ kind: v.literal("copy-only"), text: v.string(), reason: reasonSchema }),
]);
/** What is selected in one frame. */
export type Selected = v.InferOutput<typeof selectedSchema>;

/** A frame of a tab, in the document that it showed. */
export interface FrameOfTab {
  documentId: string;
  frameId: number;
}

/**
 * What the reader has selected, and where. `text` has a line break for the end of each paragraph and
 * is empty for a protected field, which is not read.
 */
export type RewriteTarget = Selected & {
  frame: FrameOfTab;
  /** The language that the page says it is in, as it says it; none where it says nothing. */
  pageLanguage?: string | undefined;
};

const framePathSchema = v.array(v.number());
const frameReadingSchema = v.object({
  /** Which frame this is: its number in its parent, its parent's in the next one, from the tab's. */
  framePath: framePathSchema,
  /** The number of the frame inside it that has the focus, or null. */
  focusedChild: v.nullable(v.number()),
  selected: v.nullable(selectedSchema),
  /** What the page says the selection is in. */
  pageLanguage: v.optional(v.string()),
});
/** What the injected script tells of one frame. */
export type FrameReading = v.InferOutput<typeof frameReadingSchema>;

const outcomeSchema = v.variant("kind", [
  v.object({ kind: v.literal("replaced") }),
  v.object({
    kind: v.literal("refused"),
    reason: v.picklist([
      /** The document, the field or the frame is no longer there. */
      "gone",
      /** The text is no longer what was read. Nothing was touched. */
      "changed",
      /** The editor did not take exactly the new text; the old one stands again. */
      "not-kept",
    ]),
  }),
]);
/** How a replacement ended. */
export type ReplaceOutcome = v.InferOutput<typeof outcomeSchema>;

const requestSchema = v.variant("kind", [
  v.object({ kind: v.literal("read") }),
  v.object({ kind: v.literal("replace"), text: v.string(), place: placeSchema, to: v.string() }),
  v.object({ kind: v.literal("undo"), text: v.string(), place: placeSchema, to: v.string() }),
]);
/** What the injected script is asked: `text` stood at `place` when it was read, `to` replaces it. */
export type RewriteRequest = v.InferOutput<typeof requestSchema>;

/** What was asked, or `read` where nothing was. */
export function parseRequest(value: unknown): RewriteRequest {
  return v.parse(requestSchema, value ?? { kind: "read" });
}

/**
 * How a replacement ended, once its shape is right: it comes from a process that a page shares.
 * @throws AppError page-forbidden
 */
export function parseOutcome(value: unknown): ReplaceOutcome {
  const result = v.safeParse(outcomeSchema, value);
  if (!result.success) throw refuse(result.issues[0].message);
  return result.output;
}

/**
 * The selection in the frame where the reader is, of all frames of a tab that could be read.
 * @throws AppError nothing-selected, text-too-long, page-frame-forbidden, page-forbidden
 */
export function chooseTarget(
  frames: readonly { frame: FrameOfTab; reading: unknown }[],
): RewriteTarget {
  const readings = frames.map(({ frame, reading }) => ({ frame, ...parseReading(reading) }));
  const focused = focusedPath(readings).join();
  const isRead = readings.some(({ framePath }) => framePath.join() === focused);
  // In a frame of another site, which is not read, there may be one of the page's own that is.
  const withText = readings.filter(
    ({ framePath, selected }) =>
      selected !== null && (isRead || framePath.join().startsWith(`${focused},`)),
  );
  const chosen =
    withText.find(({ framePath }) => framePath.join() === focused) ??
    (withText.length === 1 ? withText[0] : undefined);
  if (!chosen?.selected && !isRead)
    throw new AppError("page-frame-forbidden", `the focus is in frame ${focused}`);
  if (!chosen?.selected) throw new AppError("nothing-selected", "no frame has a selection");
  if (chosen.selected.text.length > longestTargetCharacters)
    throw new AppError("text-too-long", `${chosen.selected.text.length} characters are selected`);
  const { selected, frame, pageLanguage } = chosen;
  return { ...selected, frame, pageLanguage };
}

function parseReading(value: unknown): FrameReading {
  const result = v.safeParse(frameReadingSchema, value);
  if (!result.success) throw refuse(result.issues[0].message);
  return result.output;
}

/** Goes from the tab's own document into the focused frame of each document. */
function focusedPath(readings: readonly FrameReading[]): readonly number[] {
  const path: number[] = [];
  for (let depth = 0; depth <= readings.length; depth++) {
    const here = readings.find(({ framePath }) => framePath.join() === path.join());
    if (here?.focusedChild === null || !here) return path;
    path.push(here.focusedChild);
  }
  return path;
}

function refuse(why: string): AppError {
  return new AppError("page-forbidden", `the page's answer is not one: ${why}`);
}
