import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright";
import {
  chooseTarget,
  parseOutcome,
  type ReplaceOutcome,
  type RewriteRequest,
  type RewriteTarget,
} from "../../../lib/page/rewrite-target.ts";
import { production } from "../launch.ts";

/**
 * Runs the built script in a page's frames as the browser does for an extension: in a world of its
 * own, beside the page's scripts. Frames of other origins are left out.
 */
export class Rewriter {
  readonly #session: CDPSession;
  readonly #script = readFileSync(join(production, "page-rewriter.js"), "utf8");

  constructor(session: CDPSession) {
    this.#session = session;
  }

  static async for(page: Page): Promise<Rewriter> {
    return new Rewriter(await page.context().newCDPSession(page));
  }

  /** What is selected, in whichever frame. */
  async read(): Promise<RewriteTarget> {
    const frames = [];
    for (const documentId of await this.#frameIds()) {
      const reading = await this.#run(documentId, { kind: "read" });
      frames.push({ frame: { documentId, frameId: 0 }, reading });
    }
    return chooseTarget(frames);
  }

  replace(target: RewriteTarget, to: string): Promise<ReplaceOutcome> {
    return this.#ask(target, { kind: "replace", to });
  }

  undo(target: RewriteTarget, to: string): Promise<ReplaceOutcome> {
    return this.#ask(target, { kind: "undo", to });
  }

  async #ask(
    target: RewriteTarget,
    what: { kind: "replace" | "undo"; to: string },
  ): Promise<ReplaceOutcome> {
    if (target.kind === "copy-only") throw new Error(`copy only: ${target.reason}`);
    const request: RewriteRequest = { ...what, text: target.text, place: target.place };
    return parseOutcome(await this.#run(target.frame.documentId, request));
  }

  async #frameIds(): Promise<string[]> {
    const { frameTree } = await this.#session.send("Page.getFrameTree");
    const ids = (tree: typeof frameTree): string[] => [
      tree.frame.id,
      ...(tree.childFrames ?? []).flatMap(ids),
    ];
    return ids(frameTree);
  }

  async #run(frameId: string, request: RewriteRequest): Promise<unknown> {
    const { executionContextId: contextId } = await this.#session.send("Page.createIsolatedWorld", {
      frameId,
      worldName: "sotto",
    });
    const expression = `globalThis.sottoRequest = ${JSON.stringify(request)};\n${this.#script}`;
    const { result, exceptionDetails } = await this.#session.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
