import type { Evidence } from "./choose-evidence.ts";
import { contextLikeness } from "./context.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { areComparable, saysSame } from "./match-figures.ts";
import type { Figure } from "./read-figures.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Numbers, amounts and dates that the page does not say, or says of something else. */
export function checkFigures(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  return sentence.figures.flatMap((figure): Doubt[] => {
    const before = sentence.text.slice(Math.max(0, figure.start - 24), figure.start);
    const isHedged = hedge.test(before);
    const isSame = (other: Figure) => saysSame(figure, other, isHedged);
    const isRival = (other: Figure) =>
      areComparable(figure, other) &&
      !isSame(other) &&
      !sentence.figures.some((own) => saysSame(own, other, false));
    const there = evidence.supports.map((support) => support.sentence);
    const best = bestPlace(sentence, figure, placesIn(page.sentences, isSame));
    const rival = bestPlace(sentence, figure, placesIn(there, isRival));
    return isBacked(figure, best, rival) ? [] : [doubtOf(figure, rival, evidence)];
  });
}

/** Words before a figure that make it less than exact, in several languages. */
const hedge =
  /(?:about|around|nearly|almost|roughly|approximately|over|under|than|least|most|some|up to|close to|etwa|rund|fast|knapp|über|ungefähr|circa|als|environ|près de|presque|plus de|quelque|moins de|unos|unas|casi|más de|cerca de|menos de|circa|quase|oltre|ongeveer|bijna|ruim)\s(?:the\s|a\s)?[£$€]?$/iu;

/** A figure of the page, and how alike the words around it are. */
interface Place {
  sentence: PageSentence;
  figure: Figure;
  likeness: number;
}

function placesIn(sentences: readonly PageSentence[], fits: (figure: Figure) => boolean) {
  return sentences.flatMap((sentence) =>
    sentence.figures.filter(fits).map((figure) => ({ sentence, figure })),
  );
}

function bestPlace(
  sentence: ReadSentence,
  figure: Figure,
  places: readonly Omit<Place, "likeness">[],
): Place | undefined {
  return places
    .map((place): Place => ({
      ...place,
      likeness: contextLikeness(sentence, figure, {
        sentence: place.sentence,
        span: place.figure,
      }),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)[0];
}

/** How much better another figure must fit than the same one does. */
const leastAdvantage = 0.25;
/** How well another figure must fit to say that it was meant. */
const leastLikeness = 0.3;
/** For a number in words, which may count what the page only lists. */
const leastLikenessOfSpelled = 0.45;

function isBacked(figure: Figure, best: Place | undefined, rival: Place | undefined): boolean {
  if (best) return !rival || rival.likeness < best.likeness + leastAdvantage;
  // a count of what the page lists, or a share that it tells in other words
  return figure.isSpelled && (rival?.likeness ?? 0) < leastLikenessOfSpelled;
}

function doubtOf(figure: Figure, rival: Place | undefined, { supports }: Evidence): Doubt {
  const { kind: what, start, end } = figure;
  if (rival && rival.likeness >= leastLikeness) {
    const { passage } = rival.sentence;
    return { kind: "differs", what, start, end, pageText: rival.figure.text, passage };
  }
  return { kind: "not-on-page", what, start, end, passage: supports[0]?.sentence.passage ?? null };
}
