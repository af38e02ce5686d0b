import { type HistorySettings, mayKeep } from "../history/history-settings.ts";
import type { KeptAnswer } from "../history/kept-answer.ts";
import { parseAnswer, plainText } from "../text/answer-tree.ts";
import type { PageText } from "../text/page-text.ts";
import type { Answer } from "./answer.ts";
import type { ModelAnswer } from "./ask-model.ts";
import type { Asking } from "./asking.ts";
import type { Panel } from "./panel.ts";

/** What keeping needs of the browser, so that it can be tested without one. */
export interface KeepingSurroundings {
  readSettings(): Promise<HistorySettings>;
  /** Whether the panel stands in a private window. */
  isPrivate(): Promise<boolean>;
  keep(answer: KeptAnswer): Promise<void>;
}

/** What a model brought to an end by itself; whatever was cut off is not kept. */
type Whole = Extract<Answer, { kind: "complete" }>;

function isWhole(answer: ModelAnswer | undefined): answer is Whole {
  return answer?.kind === "complete" && answer.ending === "complete";
}

/**
 * Keeps each whole answer of a model about a page, if the reader has switched history on, is in no
 * private window, and has not excepted the page's site. What is read while it is off is never kept.
 */
export function keepAnswers(
  surroundings: KeepingSurroundings,
  panel: Pick<Panel, "answer" | "reading">,
  asking: Pick<Asking, "exchanges">,
): void {
  const seen = new WeakSet<Whole>();

  async function keep(whole: Whole, page: PageText, question: string | null): Promise<void> {
    if (seen.has(whole)) return;
    seen.add(whole);
    const text = plainText(parseAnswer(whole.text));
    const settings = await surroundings.readSettings();
    if (text === "" || !mayKeep(settings, page.url) || (await surroundings.isPrivate())) return;
    const { title, url } = page;
    const id = crypto.randomUUID();
    await surroundings.keep({ id, atMs: Date.now(), question, text, title, url });
  }

  panel.answer.subscribe((answer) => {
    const { value: reading } = panel.reading;
    if (isWhole(answer) && reading.kind === "read") void keep(answer, reading.page, null);
  });
  asking.exchanges.subscribe((exchanges) => {
    const { value: reading } = panel.reading;
    const last = exchanges.at(-1);
    if (last && isWhole(last.answer) && reading.kind === "read")
      void keep(last.answer, reading.page, last.question);
  });
}
