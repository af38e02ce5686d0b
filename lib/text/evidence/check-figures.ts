import type { Evidence } from "./choose-evidence.ts";
import { contextLikeness } from "./context.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { areComparable, saysSame } from "./match-figures.ts";
import type { Figure } from "./read-figures.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** A figure of the page, and how alike the words around it are. */
interface Place {
  sentence: PageSentence;
  figure: Figure;
  likeness: number;
}

/** How much better another figure must fit than the same one does. */
const leastAdvantage = 0.25;

/** Numbers, amounts and dates that the page does not say, or says of something else. */
export function checkFigures(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  return sentence.figures.flatMap((figure): Doubt[] => {
    const isHedged = hedge.test(sentence.text.slice(Math.max(0, figure.start - 24), figure.start));
    const placesIn = (sentences: readonly PageSentence[]) =>
      sentences.flatMap((there) =>
        there.figures.map((found) => ({ sentence: there, figure: found })),
      );
    const withLikeness = (place: Omit<Place, "likeness">): Place => ({
      ...place,
      likeness: contextLikeness(sentence, figure, { sentence: place.sentence, span: place.figure }),
    });
    const same = placesIn(page.sentences)
      .filter((place) => saysSame(figure, place.figure, isHedged))
      .map(withLikeness);
    const rivals = placesIn(evidence.supports.map((support) => support.sentence))
      .filter(
        ({ figure: other }) => areComparable(figure, other) && !saysSame(figure, other, isHedged),
      )
      .filter(({ figure: other }) => !sentence.figures.some((own) => saysSame(own, other, false)))
      .map(withLikeness);
    const best = bestOf(same);
    const rival = bestOf(rivals);
    if (best && (!rival || rival.likeness < best.likeness + leastAdvantage)) return [];
    return [doubtOf(figure, rival, evidence)];
  });
}

/** Words before a figure that make it less than exact, in several languages. */
const hedge =
  /(?:about|around|nearly|almost|roughly|approximately|over|under|than|least|most|some|up to|close to|etwa|rund|fast|knapp|über|ungefähr|circa|als|environ|près de|presque|plus de|quelque|moins de|unos|unas|casi|más de|cerca de|menos de|circa|quase|oltre|ongeveer|bijna|ruim)\s(?:the\s|a\s|£|\$|€)?$/iu;

function bestOf(places: readonly Place[]): Place | undefined {
  return places.toSorted((a, b) => b.likeness - a.likeness)[0];
}

function doubtOf(figure: Figure, rival: Place | undefined, { supports }: Evidence): Doubt {
  const { kind: what, start, end } = figure;
  if (rival) {
    const { sentence } = rival;
    return {
      kind: "differs",
      what,
      start,
      end,
      pageText: rival.figure.text,
      passage: sentence.passage,
    };
  }
  return { kind: "not-on-page", what, start, end, passage: supports[0]?.sentence.passage ?? null };
}
