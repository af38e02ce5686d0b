import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { isSilent } from "../text/is-silent.ts";
import type { PageText } from "../text/page-text.ts";
import { isRunning, textOf } from "./answer.ts";
import type { AnswerEvidence, BackRead } from "./answer-evidence.ts";
import type { Asking, Exchange } from "./asking.ts";
import type { ModelAnswer } from "./ask-model.ts";
import type { Reading } from "./reading.ts";

/** What the answers to questions rest on, as far as it is known. */
export type ExchangeEvidence = ReadonlyMap<ModelAnswer, AnswerEvidence>;

/**
 * The evidence of each answer that has all its words. That the page does not say is an answer that
 * rests on nothing, and needs nothing. On a page that is read anew it is looked for anew.
 */
export function createExchangeEvidence(
  { reading }: { reading: ReadonlySignal<Reading> },
  { exchanges }: Pick<Asking, "exchanges">,
  back: BackRead,
): ReadonlySignal<ExchangeEvidence> {
  const evidence = signal<ExchangeEvidence>(new Map());
  let page: PageText | null = null;
  let begun = new Set<ModelAnswer>();

  effect(() => {
    const { value: read } = reading;
    const toBack = exchanges.value.filter(canBeBacked);
    if (read.kind !== "read") return;
    if (read.page !== page) {
      page = read.page;
      begun = new Set();
      evidence.value = new Map();
    }
    for (const { answer } of toBack) {
      if (begun.has(answer)) continue;
      begun.add(answer);
      void back(textOf(answer), read).then((found) => {
        if (page === read.page) evidence.value = new Map([...evidence.value, [answer, found]]);
      });
    }
  });
  return evidence;
}

type Answered = Exchange & { answer: Exclude<ModelAnswer, { kind: "no-model" }> };

function canBeBacked(exchange: Exchange): exchange is Answered {
  const { answer } = exchange;
  if (answer.kind === "no-model" || isRunning(answer)) return false;
  const text = textOf(answer);
  return text !== "" && !isSilent(text);
}
