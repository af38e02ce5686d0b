import { type ReadonlySignal, signal } from "@preact/signals";
import { AppError, type WireError } from "../errors.ts";
import type { ReplaceOutcome, RewriteTarget } from "../page/rewrite-target.ts";
import type { RewriteResult } from "./rewrite-result.ts";
import type { Selected } from "./selection.ts";

/** What replacing needs of the browser. */
export interface ReplaceSurroundings {
  /** @throws AppError a code that begins with `page-`. */
  replaceTarget(tabId: number, target: RewriteTarget, text: string): Promise<ReplaceOutcome>;
  /** @throws AppError a code that begins with `page-`. */
  undoReplace(tabId: number, target: RewriteTarget, text: string): Promise<ReplaceOutcome>;
}

type RefusedReason = Extract<ReplaceOutcome, { kind: "refused" }>["reason"];

/** What became of Replace. */
export type Replacement =
  | { kind: "none" }
  /** Something that should stay would change, so the reader is asked once more. */
  | { kind: "asking" }
  | { kind: "busy"; what: "replace" | "undo" }
  | { kind: "replaced" }
  | { kind: "undone" }
  | { kind: "refused"; what: "replace" | "undo"; reason: RefusedReason }
  | { kind: "failed"; error: WireError };

/** What may take the place of a text. */
export type Replaceable = Pick<RewriteResult, "after" | "losses" | "isOffered">;

/** Where it is to go, and what it is. */
export interface ToReplace {
  place: Pick<Selected, "tabId" | "target">;
  result: Replaceable;
}

/** Puts a rewrite in the place of what was selected, and takes it back. */
export interface Replacing {
  readonly replacement: ReadonlySignal<Replacement>;
  /** Replaces the text, or asks once more first where something that should stay would change. */
  readonly replace: () => Promise<void>;
  /** Does not replace after all. */
  readonly keepOld: () => void;
  /** Takes back what was replaced; nothing happens if nothing was. */
  readonly undo: () => Promise<void>;
  /** Turns to another rewrite: whatever still comes of the one before is not shown. */
  readonly reset: () => void;
}

/** @param findShown gives what is shown now; null while there is nothing to replace anything with. */
export function createReplacing(
  surroundings: ReplaceSurroundings,
  findShown: () => ToReplace | null,
): Replacing {
  return new PageReplacing(surroundings, findShown);
}

class PageReplacing implements Replacing {
  readonly replacement = signal<Replacement>({ kind: "none" });
  readonly #surroundings: ReplaceSurroundings;
  readonly #findShown: () => ToReplace | null;
  /** Stands for the rewrite that is shown. */
  #current = Symbol();

  constructor(surroundings: ReplaceSurroundings, findShown: () => ToReplace | null) {
    this.#surroundings = surroundings;
    this.#findShown = findShown;
  }

  readonly replace = async (): Promise<void> => {
    const shown = this.#findShown();
    if (!shown?.result.isOffered) return;
    if (shown.result.losses.length > 0 && this.replacement.value.kind !== "asking")
      this.replacement.value = { kind: "asking" };
    else await this.#change("replace", shown);
  };

  readonly keepOld = (): void => {
    if (this.replacement.value.kind === "asking") this.replacement.value = { kind: "none" };
  };

  readonly undo = async (): Promise<void> => {
    const shown = this.#findShown();
    if (shown && this.replacement.value.kind === "replaced") await this.#change("undo", shown);
  };

  readonly reset = (): void => {
    this.#current = Symbol();
    this.replacement.value = { kind: "none" };
  };

  async #change(what: "replace" | "undo", { place, result }: ToReplace): Promise<void> {
    const { tabId, target } = place;
    const current = this.#current;
    const show = (replacement: Replacement) => {
      if (current === this.#current) this.replacement.value = replacement;
    };
    show({ kind: "busy", what });
    try {
      const change = { replace: "replaceTarget", undo: "undoReplace" } as const;
      show(afterOutcome(what, await this.#surroundings[change[what]](tabId, target, result.after)));
    } catch (thrown) {
      show({ kind: "failed", error: AppError.from(thrown).toWire() });
    }
  }
}

function afterOutcome(what: "replace" | "undo", outcome: ReplaceOutcome): Replacement {
  switch (outcome.kind) {
    case "replaced":
      return { kind: what === "replace" ? "replaced" : "undone" };
    case "refused":
      return { kind: "refused", what, reason: outcome.reason };
  }
}
