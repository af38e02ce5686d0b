import * as v from "valibot";
import { storage } from "wxt/utils/storage";
import { rewriteWaySchema } from "../tasks/rewrite-way.ts";

/** What a menu entry, a key or the toolbar asks for. */
const wishSchema = v.variant("taskId", [
  v.object({
    taskId: v.literal("summarize"),
    /** What to read: the whole page, or the selection where there is one. */
    scope: v.picklist(["page", "selection-or-page"]),
  }),
  v.object({
    taskId: v.literal("rewrite"),
    /** Which way to rewrite; null for the one of the last time. */
    way: v.nullable(rewriteWaySchema),
  }),
  v.object({ taskId: v.literal("reply") }),
  v.object({ taskId: v.literal("translate-selection") }),
  v.object({ taskId: v.literal("translate-page") }),
]);
export type Wish = v.InferOutput<typeof wishSchema>;

/** A task asked for outside the panel, with where and when the reader asked. */
const requestSchema = v.intersect([
  wishSchema,
  v.object({
    tabId: v.number(),
    /** The window whose panel should answer; every window has its own. */
    windowId: v.number(),
    /** In milliseconds since 1970. */
    askedAtMs: v.number(),
  }),
]);
export type Request = v.InferOutput<typeof requestSchema>;

/**
 * The latest request no panel has taken, a key a window. Kept in session storage rather than sent,
 * since the panel may still be opening; it lives in memory and ends with the browser.
 */
function pendingRequest(windowId: number) {
  return storage.defineItem<unknown>(`session:pendingRequest-${windowId}`);
}

export function leaveRequest(request: Request): Promise<void> {
  return pendingRequest(request.windowId).setValue(request);
}

/** Hands `take` each request for a window: the one that waits, and those to come. */
export async function takeRequests(
  windowId: number,
  take: (request: Request) => void,
): Promise<void> {
  const pending = pendingRequest(windowId);
  const onChange = (value: unknown) => {
    const parsed = v.safeParse(requestSchema, value);
    if (!parsed.success) return;
    pending.removeValue();
    take(parsed.output);
  };
  pending.watch(onChange); // before reading: twice is harmless, never is not
  onChange(await pending.getValue());
}
