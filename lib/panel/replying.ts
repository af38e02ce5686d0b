import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { findInvented } from "../text/find-invented.ts";
import { findPreamble } from "../text/find-preamble.ts";
import { splitParts } from "../text/parts.ts";
import type { ProtectedSpan } from "../text/protected-span.ts";
import { isRunning } from "./answer.ts";
import { askModel, type ModelAnswer, type ModelSurroundings } from "./ask-model.ts";
import {
  readSelection,
  type Selected,
  type SelectionSurroundings,
  type Subject,
} from "./selection.ts";

/** What replying needs of the browser, so that it can be tested without one. */
export type ReplySurroundings = SelectionSurroundings & ModelSurroundings;

/** Replying to the message that is selected: all that is shown of it, and all that its reader can do. */
export interface Replying {
  readonly subject: ReadonlySignal<Subject>;
  /** What the reply is to say, as the reader typed it; empty leaves it to the model. */
  readonly points: ReadonlySignal<string>;
  readonly reply: ReadonlySignal<ModelAnswer>;
  /** Whether the reader has seen the same reply before. */
  readonly isRepeated: ReadonlySignal<boolean>;
  /** What of a reply that is done neither the message nor the reader says. */
  readonly invented: ReadonlySignal<readonly ProtectedSpan[]>;
  /** Reads what is selected in a tab, and drafts a reply unless the points are still to be typed. */
  start(tabId: number, points: string | null): Promise<void>;
  /** Drafts a reply to what was read. */
  readonly draft: (points: string) => Promise<void>;
  /** Asks for another wording. */
  readonly tryAgain: () => Promise<void>;
  readonly stop: () => void;
  /** Ends whatever runs and shows nothing any more. */
  readonly leave: () => void;
}

export function createReplying(surroundings: ReplySurroundings): Replying {
  return new SelectionReplying(surroundings);
}

/** In characters; a message is chosen from in pieces of this length where a prompt cannot hold it. */
const passageCharacters = 600;

class SelectionReplying implements Replying {
  readonly subject = signal<Subject>({ kind: "none" });
  readonly points = signal("");
  readonly reply = signal<ModelAnswer>({ kind: "none" });
  readonly isRepeated = computed(() => this.#isRepeated());
  readonly invented = computed(() => this.#findInvented());
  readonly #surroundings: ReplySurroundings;
  #current = new AbortController();
  /** The replies that the reader has seen and wants no more. */
  readonly #earlier = signal<readonly string[]>([]);

  constructor(surroundings: ReplySurroundings) {
    this.#surroundings = surroundings;
  }

  async start(tabId: number, points: string | null): Promise<void> {
    const signal = this.#begin();
    this.points.value = points?.trim() ?? "";
    this.subject.value = { kind: "reading" };
    const subject = await readSelection(tabId, this.#surroundings);
    if (signal.aborted) return;
    this.subject.value = subject;
    if (points !== null) await this.draft(points);
  }

  readonly draft = async (points: string): Promise<void> => {
    const { value: subject } = this.subject;
    if (subject.kind !== "selected" || subject.target.text.trim() === "") return;
    this.points.value = points.trim();
    await this.#write(subject, this.#begin());
  };

  readonly tryAgain = async (): Promise<void> => {
    const { value: subject } = this.subject;
    const { value: reply } = this.reply;
    if (subject.kind !== "selected" || (reply.kind !== "no-model" && isRunning(reply))) return;
    if (reply.kind === "complete" && reply.text !== "")
      this.#earlier.value = [...new Set([...this.#earlier.value, reply.text])];
    await this.#write(subject, this.#replaceCurrent());
  };

  readonly stop = (): void => {
    this.#current.abort();
    if (this.subject.value.kind === "reading") this.subject.value = { kind: "none" };
  };

  readonly leave = (): void => {
    this.#begin();
    this.subject.value = { kind: "none" };
  };

  /** Ends what was before and forgets it; gives the signal of what takes its place. */
  #begin(): AbortSignal {
    this.#earlier.value = [];
    this.reply.value = { kind: "none" };
    return this.#replaceCurrent();
  }

  #replaceCurrent(): AbortSignal {
    this.#current.abort();
    this.#current = new AbortController();
    return this.#current.signal;
  }

  async #write(subject: Selected, signal: AbortSignal): Promise<void> {
    const show = (reply: ModelAnswer) => {
      if (signal === this.#current.signal) this.reply.value = withoutPreamble(reply, subject);
    };
    await askModel(this.#surroundings, async () => this.#ask(subject), { show, signal });
  }

  /** What a job is told. What the reader typed is the instruction, and only that. */
  #ask({ target, language }: Selected) {
    const size = { most: passageCharacters, measure: (text: string) => text.length, language };
    const passages = splitParts(target.text, size).map(({ text }) => text);
    return {
      taskId: "reply",
      options: {},
      instruction: this.points.value,
      text: { title: "", language, passages, earlier: [[...this.#earlier.value]] },
    };
  }

  #isRepeated(): boolean {
    const { value: reply } = this.reply;
    return reply.kind === "complete" && this.#earlier.value.includes(reply.text);
  }

  #findInvented(): readonly ProtectedSpan[] {
    const { value: reply } = this.reply;
    const { value: subject } = this.subject;
    if (reply.kind !== "complete" || subject.kind !== "selected") return [];
    return findInvented(reply.text, [subject.target.text, this.points.value], subject.language);
  }
}

/** What a model says before its reply is taken off once all is there, where that is certain. */
function withoutPreamble(answer: ModelAnswer, { target }: Selected): ModelAnswer {
  if (answer.kind !== "complete") return answer;
  const preamble = findPreamble(answer.text.trim(), target.text);
  return { ...answer, text: answer.text.trim().slice(preamble.length).trim() };
}
