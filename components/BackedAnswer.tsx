import { type AnswerEvidence, restsOn } from "../lib/panel/answer-evidence.ts";
import { AnswerTree } from "./AnswerTree.tsx";
import { BackedSentence } from "./BackedSentence.tsx";
import type { ShowsPassages } from "./shows-passages.ts";

interface Props {
  evidence: AnswerEvidence;
  places: ShowsPassages;
}

/** An answer whose sentences say where they come from. */
export function BackedAnswer({ evidence: { tree, sentences }, places }: Props) {
  const shownNumber = places.shown?.passage.number;
  return (
    <AnswerTree
      tree={tree}
      drawWords={(words) =>
        sentences
          .get(words)
          ?.map((sentence) => (
            <BackedSentence
              key={sentence.index}
              isResting={restsOn(sentence, shownNumber)}
              {...{ sentence, places }}
            />
          ))
      }
    />
  );
}

/** Sums up how much of an answer was found on the page. */
export function EvidenceSummary({ evidence }: Pick<Props, "evidence">) {
  const { foundSentences, totalSentences, isOtherLanguage } = evidence;
  if (isOtherLanguage)
    return (
      <p class="evidence-summary">
        This is in another language than the page, so only its figures were looked for there.
      </p>
    );
  if (totalSentences === 0) return null;
  return (
    <p class="evidence-summary">
      {foundSentences} of {totalSentences} {totalSentences === 1 ? "sentence" : "sentences"} found
      on the page.
    </p>
  );
}
