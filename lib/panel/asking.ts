import { taskTextOf } from "./task-text-of.ts";
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { PageText } from "../text/page-text.ts";
import { isRunning, textOf } from "./answer.ts";
import { askModel, type ModelAnswer, type ModelSurroundings } from "./ask-model.ts";
import type { Panel } from "./panel.ts";
import type { ReadPage } from "./reading.ts";

/** What asking needs of the browser, so that it can be tested without one. */
export interface AskSurroundings extends ModelSurroundings {
  /** The language that the reader wants answers in; null for that of the question. */
  answerLanguage(): Promise<string | null>;
}

/** A question about the page, and what the model says. */
export interface Exchange {
  question: string;
  answer: ModelAnswer;
}

/** Questions about the page in the panel: all that is shown of them, and all that the reader can do. */
export interface Asking {
  /** What was asked of the page that the panel shows, the newest last. */
  readonly exchanges: ReadonlySignal<readonly Exchange[]>;
  /** What the reader has typed and not asked yet. */
  readonly typed: ReadonlySignal<string>;
  /** Whether a question is being answered. */
  readonly isBusy: ReadonlySignal<boolean>;
  readonly type: (text: string) => void;
  /** Asks what is typed about the page in the panel; that of a tab is read if there is none. */
  ask(tabId: number): Promise<void>;
  /** Asks the last question again. */
  readonly askAgain: () => Promise<void>;
  readonly stop: () => void;
}

export function createAsking(
  surroundings: AskSurroundings,
  panel: Pick<Panel, "reading" | "read">,
): Asking {
  return new PageAsking(surroundings, panel);
}

/** In characters: of what was asked last, as much as a question that follows it is read with. */
const rememberedQuestion = 200;
const rememberedAnswer = 300;

class PageAsking implements Asking {
  readonly typed = signal("");
  readonly exchanges = computed(() => {
    const { value: reading } = this.#panel.reading;
    const { page, exchanges } = this.#asked.value;
    return reading.kind === "read" && isSamePage(reading.page, page) ? exchanges : [];
  });
  readonly isBusy = computed(() => this.exchanges.value.some(isBeingAnswered));
  readonly #surroundings: AskSurroundings;
  readonly #panel: Pick<Panel, "reading" | "read">;
  /** The page that was asked about, and what. */
  readonly #asked = signal<{ page: PageText | null; exchanges: readonly Exchange[] }>({
    page: null,
    exchanges: [],
  });
  #current = new AbortController();

  constructor(surroundings: AskSurroundings, panel: Pick<Panel, "reading" | "read">) {
    this.#surroundings = surroundings;
    this.#panel = panel;
  }

  readonly type = (text: string): void => {
    this.typed.value = text;
  };

  async ask(tabId: number): Promise<void> {
    const question = this.typed.value.trim();
    if (question === "" || this.isBusy.value) return;
    const { value: reading } = this.#panel.reading;
    if (reading.kind === "reading") return;
    const read = reading.kind === "read" ? reading : await this.#panel.read(tabId);
    if (!read) return; // what was typed stays
    this.typed.value = "";
    await this.#answer(read, question, this.exchanges.value);
  }

  readonly askAgain = async (): Promise<void> => {
    const { value: reading } = this.#panel.reading;
    const last = this.exchanges.value.at(-1);
    if (reading.kind !== "read" || !last || this.isBusy.value) return;
    await this.#answer(reading, last.question, this.exchanges.value.slice(0, -1));
  };

  readonly stop = (): void => this.#current.abort();

  /** Puts a question behind those before it, and has it answered. */
  async #answer({ page }: ReadPage, question: string, before: readonly Exchange[]): Promise<void> {
    this.#current.abort();
    this.#current = new AbortController();
    const { signal } = this.#current;
    const show = (answer: ModelAnswer) => {
      if (signal !== this.#current.signal) return;
      this.#asked.value = { page, exchanges: [...before, { question, answer }] };
    };
    const makeJob = async () => ({
      taskId: "ask",
      options: {},
      instruction: question,
      text: {
        ...taskTextOf(page, await this.#surroundings.answerLanguage()),
        earlier: [asEarlier(before)],
      },
    });
    await askModel(this.#surroundings, makeJob, { show, signal });
  }
}

/** Whether it is the same page, perhaps read anew; a file has no address. */
function isSamePage(page: PageText, before: PageText | null): boolean {
  return page === before || (page.url !== "" && page.url === before?.url);
}

function isBeingAnswered({ answer }: Exchange): boolean {
  return answer.kind !== "no-model" && isRunning(answer);
}

/** The last question that was answered, briefly: the next one may follow from it. */
function asEarlier(exchanges: readonly Exchange[]): string[] {
  const last = exchanges.findLast(({ answer }) => answer.kind === "complete");
  if (last?.answer.kind !== "complete") return [];
  const question = shorten(last.question, rememberedQuestion);
  const answer = shorten(textOf(last.answer), rememberedAnswer);
  return [`${question}\n${answer}`]; // no more words, since each is read before the next answer
}

function shorten(text: string, mostCharacters: number): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
}
