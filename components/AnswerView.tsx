import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AnswerEvidence } from "../lib/panel/answer-evidence.ts";
import { type Answer, isRunning, textOf } from "../lib/panel/answer.ts";
import type { ReadPage } from "../lib/panel/reading.ts";
import { type AnswerTree as Tree, parseAnswer, plainText } from "../lib/text/answer-tree.ts";
import { AnswerTree } from "./AnswerTree.tsx";
import { BackedAnswer, EvidenceSummary } from "./BackedAnswer.tsx";
import { CopyButtons } from "./CopyButtons.tsx";
import { draftMarkdown, draftText, DraftView } from "./DraftView.tsx";
import { useRestingInSight } from "./resting-in-sight.ts";
import type { ShowsPassages } from "./shows-passages.ts";
import { ViewChoice } from "./ViewChoice.tsx";

interface Props {
  read: ReadPage;
  answer: Answer;
  /** What the answer rests on; null until that is known. */
  evidence: AnswerEvidence | null;
  places: ShowsPassages;
  onCopy: (text: string) => Promise<boolean>;
  onTryAgain: () => void;
}

/** The summary: the model's answer once it has words, the instant one until then or on a click. */
export function AnswerView({ read, answer, evidence, places, onCopy, onTryAgain }: Props) {
  const [wantsDraft, setWantsDraft] = useState(false);
  const markdown = textOf(answer);
  const showsDraft = wantsDraft || markdown === "";
  const region = useReservedHeight(showsDraft, isRunning(answer));
  useRestingInSight(region, places.shown);
  const tree = parseAnswer(markdown);
  const tryAgain = () => {
    setWantsDraft(false);
    onTryAgain();
  };
  return (
    <>
      <ViewChoice {...{ answer, showsDraft }} onChoose={setWantsDraft} />
      {/* No live region, which would read every token aloud; sentences are announced elsewhere. */}
      <section
        ref={region}
        class="answer"
        aria-label="Answer"
        aria-busy={isRunning(answer)}
        dir="auto"
        {...(read.language === null ? {} : { lang: read.language })}
      >
        {showsDraft ? (
          <DraftView draft={read.draft} passages={read.page.passages} places={places} />
        ) : evidence ? (
          <BackedAnswer evidence={evidence} places={places} />
        ) : (
          <AnswerTree tree={tree} />
        )}
      </section>
      {evidence && !showsDraft && <EvidenceSummary evidence={evidence} />}
      <div class="actions">
        <CopyShown {...{ tree, markdown, showsDraft, onCopy }} draft={read.draft} />
        {answer.kind !== "none" && <TryAgain isRunning={isRunning(answer)} onClick={tryAgain} />}
      </div>
    </>
  );
}

interface CopyProps extends Pick<Props, "onCopy"> {
  draft: ReadPage["draft"];
  tree: Tree;
  markdown: string;
  showsDraft: boolean;
}

function CopyShown({ draft, tree, markdown, showsDraft, onCopy }: CopyProps) {
  const texts = {
    "Copy text": showsDraft ? draftText(draft) : plainText(tree),
    "Copy as Markdown": showsDraft ? draftMarkdown(draft) : markdown,
  };
  return <CopyButtons texts={texts} onCopy={onCopy} />;
}

/** Stays while it cannot be pressed, so that the keyboard's focus stays on it. */
function TryAgain({ isRunning, onClick }: { isRunning: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-disabled={isRunning} onClick={() => isRunning || onClick()}>
      Try again
    </button>
  );
}

/** Keeps the height of the instant summary while the answer grows in its place, and no longer. */
function useReservedHeight(showsDraft: boolean, isGrowing: boolean): RefObject<HTMLElement | null> {
  const region = useRef<HTMLElement>(null);
  const draftHeight = useRef(0);
  useLayoutEffect(() => {
    const element = region.current;
    if (!element) return;
    const isReserved = isGrowing && !showsDraft;
    element.style.minBlockSize = isReserved ? `${draftHeight.current}px` : "";
    if (showsDraft) draftHeight.current = element.offsetHeight;
  }, [showsDraft, isGrowing]);
  return region;
}
