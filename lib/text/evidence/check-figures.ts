import type { Evidence } from "./choose-evidence.ts";
import { contextLikeness } from "./context.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex, PageSentence } from "./page-index.ts";
import { isDerived } from "./derived-figures.ts";
import { areComparable, saysSame, type Hedge } from "./match-figures.ts";
import type { Figure } from "./read-figures.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Numbers, amounts and dates that the page does not say, or says of something else. */
export function checkFigures(sentence: ReadSentence, evidence: Evidence, page: PageIndex): Doubt[] {
  const there = evidence.supports.map((support) => support.sentence);
  const near = there.flatMap((support) => [...besideOf(support, page), support]);
  return sentence.figures.flatMap((figure): Doubt[] => {
    if (isNil(figure, sentence)) return [];
    const before = sentence.text.slice(Math.max(0, figure.start - 24), figure.start);
    const isSame = (other: Figure) => saysSame(figure, other, hedgeIn(before));
    const best = bestPlace({ sentence, figure, page }, placesIn(page.sentences, isSame));
    const isRival = (other: Figure) =>
      areComparable(figure, other) &&
      (!best || unitOf(figure) === unitOf(other)) &&
      !isSame(other) &&
      !sentence.figures.some((own) => saysSame(own, other, null));
    const rival = bestPlace({ sentence, figure, page }, placesIn(there, isRival));
    if (isBacked(figure, { best, rival }, there[0]) || isDerived(figure, sentence.figures, near))
      return [];
    return [doubtOf(figure, rival, evidence)];
  });
}

/** The nought of a score, "two–nil", which the page may tell by who scored. */
function isNil({ text: written, start, end }: Figure, { text }: ReadSentence): boolean {
  return (
    written === "0" && (/\d[–:-]$/.test(text.slice(0, start)) || /^[–:-]\d/.test(text.slice(end)))
  );
}

/** Words before a figure that make it less than exact, in several languages. */
const hedges: Readonly<Record<Hedge, RegExp>> = {
  above: hedgePattern(
    "over|above|(?:shortly|soon|just) (?:after|past)|kurz nach|peu après|poco después de|poco dopo|(?:more|longer|later|older) than|at least|mehr als|über|mindestens|plus de|plus d['’]|au moins|más de|al menos|più di|oltre|almeno|mais de|pelo menos|meer dan|ruim",
  ),
  below: hedgePattern(
    "under|below|(?:shortly|just) before|kurz vor|peu avant|poco antes de|poco prima|(?:less|fewer|shorter|younger) than|at most|up to|almost|nearly|close to|weniger als|unter|fast|knapp|beinahe|bis zu|höchstens|moins de|moins d['’]|presque|près de|menos de|casi|meno di|quasi|quase|minder dan|bijna",
  ),
  about: hedgePattern(
    "about|around|roughly|approximately|some|most|etwa|rund|ungefähr|circa|ca\\.|environ|quelque|unos|unas|cerca de|alrededor de|ongeveer|zowat|than|als",
  ),
};

function hedgePattern(words: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:${words})\\s?(?:the\\s|an?\\s|einem?r?\\s|une?\\s)?[£$€]?$`,
    "iu",
  );
}

function hedgeIn(before: string): Hedge | null {
  const sorts = ["above", "below", "about"] as const;
  return sorts.find((sort) => hedges[sort].test(before)) ?? null;
}

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
  { sentence, figure, page }: { sentence: ReadSentence; figure: Figure; page: PageIndex },
  places: readonly Omit<Place, "likeness">[],
): Place | undefined {
  return places
    .map((place): Place => ({
      ...place,
      likeness: contextLikeness(sentence, figure, {
        sentence: place.sentence,
        span: place.figure,
        beside: besideOf(place.sentence, page),
      }),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)[0];
}

function besideOf({ index, passage }: PageSentence, { sentences }: PageIndex): PageSentence[] {
  return [sentences[index - 1], sentences[index + 1]].flatMap((beside) =>
    beside?.passage === passage ? [beside] : [],
  );
}

/** How much better another figure must fit than the same one does. */
const leastAdvantage = 0.25;
/** How well another figure must fit to say that it was meant. */
const leastLikeness = 0.3;
/** For a number in words, which may count what the page only lists. */
const leastLikenessOfSpelled = 0.45;

function isBacked(
  figure: Figure,
  { best, rival }: { best: Place | undefined; rival: Place | undefined },
  first: PageSentence | undefined,
): boolean {
  if (best && best.sentence === first && rival?.sentence !== first) return true;
  if (best)
    return !rival || rival.likeness < Math.max(leastLikeness, best.likeness + leastAdvantage);
  // a count of what the page lists, or a share that it tells in other words
  return mayCount(figure) && (rival?.likeness ?? 0) < leastLikenessOfSpelled;
}

/** More than that a reader seldom counts. */
const mostCounted = 10;

/** Whether a number may be counted from what the page lists, or be a share of it. */
function mayCount({ isSpelled, readings: [reading] }: Figure): boolean {
  return (
    isSpelled &&
    reading?.sort === "quantity" &&
    (reading.unit === "share" || (reading.unit === null && reading.value <= mostCounted))
  );
}

function doubtOf(figure: Figure, rival: Place | undefined, { supports }: Evidence): Doubt {
  const { kind: what, start, end } = figure;
  if (rival && rival.likeness >= leastLikeness) {
    const { passage } = rival.sentence;
    return { kind: "differs", what, start, end, pageText: rival.figure.text, passage };
  }
  return { kind: "not-on-page", what, start, end, passage: supports[0]?.sentence.passage ?? null };
}

function unitOf({ readings: [reading] }: Figure): string | null {
  return reading?.sort === "quantity" ? reading.unit : null;
}
