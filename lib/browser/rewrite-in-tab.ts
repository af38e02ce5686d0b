import { browser } from "wxt/browser";
import { AppError } from "../errors.ts";
import {
  chooseTarget,
  parseOutcome,
  type ReplaceOutcome,
  type RewriteRequest,
  type RewriteTarget,
} from "../page/rewrite-target.ts";
import { injectOnceGranted } from "./inject.ts";

/**
 * What the reader has selected in a tab, in whichever frame, and where. Nothing stays in the page.
 * @throws AppError `nothing-selected`, `text-too-long` or a code that begins with `page-`.
 */
export async function readTarget(tabId: number): Promise<RewriteTarget> {
  const frames = await injectOnceGranted(() =>
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [script] }),
  );
  return chooseTarget(
    frames.flatMap(({ documentId, frameId, result }) =>
      result ? [{ frame: { documentId, frameId }, reading: result }] : [],
    ),
  );
}

/**
 * Puts `text` in the place of what was read, as one step that the page's own undo takes back, or
 * leaves everything as it was. The target must be replaceable.
 * @throws AppError `page-forbidden` or `page-not-granted`.
 */
export function replaceTarget(
  tabId: number,
  target: RewriteTarget,
  text: string,
): Promise<ReplaceOutcome> {
  return ask(tabId, target, { kind: "replace", to: text });
}

/**
 * Takes back what `replaceTarget` did with the same target and text, while it still stands there.
 * @throws AppError `page-forbidden` or `page-not-granted`.
 */
export function undoReplace(
  tabId: number,
  target: RewriteTarget,
  text: string,
): Promise<ReplaceOutcome> {
  return ask(tabId, target, { kind: "undo", to: text });
}

const script = "/page-rewriter.js";

async function ask(
  tabId: number,
  target: RewriteTarget,
  what: { kind: "replace" | "undo"; to: string },
): Promise<ReplaceOutcome> {
  if (target.kind === "copy-only") throw new AppError("unexpected", "the target is copy-only");
  const request: RewriteRequest = { ...what, text: target.text, place: target.place };
  const frame = { tabId, documentIds: [target.frame.documentId] };
  try {
    await injectOnceGranted(() =>
      browser.scripting.executeScript({ target: frame, func: leaveRequest, args: [request] }),
    );
    const [answer] = await injectOnceGranted(() =>
      browser.scripting.executeScript({ target: frame, files: [script] }),
    );
    return parseOutcome(answer?.result);
  } catch (thrown) {
    const error = AppError.from(thrown);
    if (error.code === "page-gone") return { kind: "refused", reason: "gone" };
    throw error;
  }
}

/** Runs in the page's frame, beside its scripts and unseen by them; the script takes it away. */
function leaveRequest(request: RewriteRequest): void {
  Object.assign(globalThis, { sottoRequest: request });
}
