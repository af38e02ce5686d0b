import { type Answer, isRunning, noAnswer } from "../lib/panel/answer.ts";
import { PageTranslationProgress } from "./PageTranslationProgress.tsx";
import { Progress } from "./Progress.tsx";
import { RewriteProgress } from "./RewriteProgress.tsx";
import { SelectionTranslationProgress } from "./SelectionTranslationProgress.tsx";
import type { PanelProps } from "./panel-props.ts";
import { whatIsShown } from "./shown-work.ts";

/** How far what is shown has come. */
export function ShownProgress(props: PanelProps) {
  const { panel, rewriting, replying, selectionTranslating } = props;
  const engine = panel.engine.value;
  switch (whatIsShown(props)) {
    case "summary": {
      const isReading = panel.reading.value.kind === "reading";
      return <Progress what="page" answer={answerAtHand(props)} {...{ isReading, engine }} />;
    }
    case "rewrite":
      return <RewriteProgress {...{ rewriting, engine }} />;
    case "translation":
      return <SelectionTranslationProgress translating={selectionTranslating} engine={engine} />;
    case "page-translation":
      return <PageTranslationProgress translation={props.pageTranslating.translation.value} />;
    case "reply": {
      const isReading = replying.subject.value.kind === "reading";
      const reply = replying.reply.value;
      const answer = reply.kind === "no-model" ? noAnswer : reply;
      return <Progress what="message" {...{ isReading, answer, engine }} />;
    }
  }
}

/** The summary while it is written, and then the answer to the question that waits for it. */
function answerAtHand({ panel, asking }: Pick<PanelProps, "panel" | "asking">): Answer {
  const { value: summary } = panel.answer;
  const asked = asking.exchanges.value.at(-1)?.answer ?? noAnswer;
  return isRunning(summary) || asked.kind === "no-model" ? summary : asked;
}
