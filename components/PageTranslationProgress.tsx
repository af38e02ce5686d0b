import type { PageTranslation } from "../lib/panel/translating-page.ts";
import { unmeasured } from "./engine-step.ts";
import { StepView } from "./StepView.tsx";

/** What is going on while a page is translated. */
export function PageTranslationProgress({ translation }: { translation: PageTranslation }) {
  if (translation.kind === "starting") return <StepView step={unmeasured("Reading the page")} />;
  if (translation.kind !== "running") return <StepView step={null} />;
  const { doneSentences, totalSentences } = translation.progress;
  const figures = `${doneSentences.toLocaleString("en")} of ${totalSentences.toLocaleString("en")}`;
  const done = doneSentences / Math.max(totalSentences, 1);
  return <StepView step={{ words: "Translating", figures, done }} />;
}
