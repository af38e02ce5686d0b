import {
  type BackedSentence as Backed,
  type PlacedDoubt,
  restsOn,
} from "../lib/panel/answer-evidence.ts";
import { sliceInline } from "../lib/text/answer-sentences.ts";
import type { Doubt } from "../lib/text/evidence/doubt.ts";
import { InlineText } from "./InlineText.tsx";
import { lastWordOf } from "./last-word.ts";
import { PassageMark } from "./PassageMark.tsx";
import type { ShowsPassages } from "./shows-passages.ts";

interface Props {
  sentence: Backed;
  /** Whether it rests on the passage that is shown. */
  isResting: boolean;
  places: ShowsPassages;
}

/** More passages than these under one sentence tell a reader nothing more. */
const mostMarks = 3;

/** A sentence of an answer, with where it comes from and what the page does not say of it. */
export function BackedSentence({ sentence, isResting, places }: Props) {
  const { gap, text } = sentence;
  const lastWord = lastWordOf(text);
  const [first, ...others] = sentence.places
    .slice(0, mostMarks)
    .map((place) => <PassageMark key={place.passageNumber} {...{ place, places }} />);
  return (
    <>
      {gap}
      <span class={isResting ? "sentence resting" : "sentence"}>
        <Words sentence={sentence} from={0} to={lastWord} />
        <span class="unbroken">
          <Words sentence={sentence} from={lastWord} to={text.length} />
          {first}
        </span>
      </span>
      {others}
      {sentence.doubts.map((placed, index) => (
        <DoubtNote key={index} {...{ placed, sentence, places }} />
      ))}
    </>
  );
}

interface WordsProps {
  sentence: Backed;
  /** Where they stand in the sentence, in UTF-16 units. */
  from: number;
  to: number;
}

/** Some words of a sentence; those that the page does not say stand out. */
function Words({ sentence: { inline, doubts }, from, to }: WordsProps) {
  const stretches = doubts.flatMap(({ doubt }) => (doubt.kind === "no-evidence" ? [] : doubt));
  const edges = stretches.flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((edge) => edge > from && edge < to);
  const cuts = [...new Set([from, ...inside, to])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? from;
    const words = <InlineText inline={sliceInline(inline, start, end)} />;
    const isDoubted = stretches.some((doubt) => doubt.start < end && doubt.end > start);
    return isDoubted ? (
      <mark key={start} class="doubted">
        {words}
      </mark>
    ) : (
      <span key={start}>{words}</span>
    );
  });
}

interface NoteProps {
  placed: PlacedDoubt;
  sentence: Backed;
  places: ShowsPassages;
}

/** Says what the page does not say, and leads to what it says nearest to it. */
function DoubtNote({ placed: { doubt, nearest }, sentence, places }: NoteProps) {
  const isMarked = nearest !== null && restsOn(sentence, nearest.passageNumber);
  return (
    <span class="doubt-note">
      {noteFor(doubt, sentence)}
      {nearest && !isMarked && <PassageMark place={nearest} places={places} />}
    </span>
  );
}

function noteFor(doubt: Doubt, { text, doubts }: Backed): string {
  if (doubt.kind === "no-evidence") return "nothing on the page backs this";
  const said = `“${text.slice(doubt.start, doubt.end)}”`;
  if (doubt.kind === "not-on-page") return `${said} is not on the page`;
  // of a single one it is plain what differs
  return `${doubts.length > 1 ? `${said} ` : ""}differs: the page says “${doubt.pageText}”`;
}
