import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { baseLanguage } from "../text/abbreviations.ts";
import { compareProtected } from "../text/compare-protected.ts";
import { chooseDialect, type EnglishDialect } from "../text/english-dialect.ts";
import { correct, type Suggestion } from "../text/suggestion.ts";
import {
  createReplacing,
  type Replaceable,
  type Replacement,
  type ReplaceSurroundings,
  type Replacing,
  type ToReplace,
} from "./replacing.ts";
import type { Selected, Subject } from "./selection.ts";

/** What proofreading needs of the browser. */
export interface ProofreadSurroundings extends ReplaceSurroundings {
  /** What seems wrong in an English text, in order and without overlap. */
  proofread(
    question: { text: string; dialect: EnglishDialect },
    signal: AbortSignal,
  ): Promise<readonly Suggestion[]>;
  /** The language of the browser, as a BCP 47 tag. */
  uiLanguage: string;
}

/** What the reader is asked to proofread, and how. */
interface Asked {
  subject: ReadonlySignal<Subject>;
  wanted: ReadonlySignal<{ kind: string } | null>;
  /** Ends what the model still writes of it. */
  stop: () => void;
}

/** What the reader makes of a suggestion: a correction, or null to leave the text as it is. */
export type Decision = string | null;
/** By the place of the suggestion in the list. */
type Decisions = ReadonlyMap<number, Decision>;

/** The instant draft of Proofread: suggestions that no model is needed for. */
export type ProofreadDraft =
  /** Nothing is to be proofread, or not in English. */
  | { kind: "none" }
  | { kind: "reading" }
  | {
      kind: "read";
      text: string;
      suggestions: readonly Suggestion[];
      decisions: Decisions;
      /** What the text is with what was accepted. */
      result: Replaceable;
    };

/** Proofreading what is selected: its suggestions, and all that their reader can do. */
export interface Proofreading {
  readonly draft: ReadonlySignal<ProofreadDraft>;
  readonly replacement: ReadonlySignal<Replacement>;
  /** Decides on a suggestion; the same decision once more takes it back. */
  readonly decide: (index: number, decision: Decision) => void;
  /** Accepts the likeliest correction of all that is not yet decided. */
  readonly acceptAll: () => void;
  readonly replace: () => Promise<void>;
  readonly keepOld: () => void;
  readonly undo: () => Promise<void>;
}

/** Proofreads whatever is selected when that is what the reader wants. */
export function createProofreading(
  surroundings: ProofreadSurroundings,
  asked: Asked,
): Proofreading {
  return new DraftProofreading(surroundings, asked);
}

class DraftProofreading implements Proofreading {
  readonly draft = signal<ProofreadDraft>({ kind: "none" });
  readonly replacement: Replacing["replacement"];
  readonly keepOld: Replacing["keepOld"];
  readonly undo: Replacing["undo"];
  readonly #surroundings: ProofreadSurroundings;
  readonly #replacing: Replacing;
  readonly #stopModel: () => void;
  #subject: Selected | null = null;
  #current = new AbortController();

  constructor(surroundings: ProofreadSurroundings, { subject, wanted, stop }: Asked) {
    this.#surroundings = surroundings;
    this.#replacing = createReplacing(surroundings, () => this.#findShown());
    this.replacement = this.#replacing.replacement;
    this.keepOld = this.#replacing.keepOld;
    this.undo = this.#replacing.undo;
    this.#stopModel = stop;
    effect(() => this.#turnTo(wanted.value?.kind === "proofread" ? subject.value : null));
  }

  readonly decide = (index: number, decision: Decision): void =>
    this.#change((before) => {
      const after = new Map(before);
      if (before.has(index) && before.get(index) === decision) after.delete(index);
      else after.set(index, decision);
      return after;
    });

  readonly acceptAll = (): void =>
    this.#change((before, suggestions) => {
      const likeliest = suggestions.map(({ corrections: [first] }) => first ?? null);
      return new Map([...likeliest.entries(), ...before]);
    });

  readonly replace = async (): Promise<void> => {
    await this.#replacing.replace();
    // what it has read is no longer there
    if (this.replacement.value.kind === "replaced") this.#stopModel();
  };

  #findShown(): ToReplace | null {
    const { value: draft } = this.draft;
    if (!this.#subject || draft.kind !== "read") return null;
    return { place: this.#subject, result: draft.result };
  }

  /** Ends what was before, and reads what is selected now if it is English. */
  #turnTo(subject: Subject | null): void {
    const next = subject?.kind === "selected" && this.#isEnglish(subject) ? subject : null;
    if (next === this.#subject) return;
    this.#subject = next;
    this.#current.abort();
    this.#current = new AbortController();
    this.#replacing.reset();
    this.draft.value = { kind: "none" };
    if (next) void this.#read(next, this.#current.signal);
  }

  /** A text too short to tell is taken for the reader's own language. */
  #isEnglish({ target, language }: Selected): boolean {
    const { uiLanguage } = this.#surroundings;
    return target.text.trim() !== "" && baseLanguage(language ?? uiLanguage) === "en";
  }

  async #read({ target: { text }, language }: Selected, signal: AbortSignal): Promise<void> {
    this.draft.value = { kind: "reading" };
    const { proofread, uiLanguage } = this.#surroundings;
    const dialect = chooseDialect([language, uiLanguage]);
    // where it fails, the model has the word
    const suggestions = await proofread({ text, dialect }, signal).catch(() => null);
    if (signal.aborted) return;
    this.draft.value = suggestions ? withDecisions(text, suggestions, new Map()) : { kind: "none" };
  }

  /** Decides anew, but not on what the page has by now: that can only be taken back. */
  #change(decide: (before: Decisions, suggestions: readonly Suggestion[]) => Decisions): void {
    const { value: draft } = this.draft;
    if (draft.kind !== "read" || isOnPage(this.replacement.value)) return;
    this.#replacing.reset();
    const { text, suggestions, decisions } = draft;
    this.draft.value = withDecisions(text, suggestions, decide(decisions, suggestions));
  }
}

/** Whether the page has what was to replace its text, or is about to. */
export function isOnPage({ kind }: Replacement): boolean {
  return kind === "replaced" || kind === "busy";
}

function withDecisions(
  text: string,
  suggestions: readonly Suggestion[],
  decisions: Decisions,
): ProofreadDraft {
  const accepted = suggestions.flatMap(({ start, end }, index) => {
    const decision = decisions.get(index) ?? null;
    return decision === null ? [] : { start, end, text: decision };
  });
  const after = correct(text, accepted);
  const losses = compareProtected(text, after, "en");
  const result = { after, losses, isOffered: after !== text };
  return { kind: "read", text, suggestions, decisions, result };
}
