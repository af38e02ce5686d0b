import type { EnglishDialect } from "./english-dialect.ts";
import { type Lint, lintEnglish } from "./lint-english.ts";
import { findProtected } from "./protected-spans.ts";
import { hasSameLetters, isSlip } from "./slip.ts";
import type { Suggestion, SuggestionReason } from "./suggestion.ts";

/** Mistakes by the word that Harper has for their sort; what is not here is a matter of style. */
const reasons: Readonly<Record<string, SuggestionReason>> = {
  Agreement: "agreement",
  BoundaryError: "word-break",
  Capitalization: "capital",
  Eggcorn: "wrong-word",
  Enhancement: "wrong-word",
  Grammar: "grammar",
  Malapropism: "wrong-word",
  Miscellaneous: "grammar",
  Nonstandard: "wrong-word",
  Punctuation: "punctuation",
  Repetition: "repeated",
  Spelling: "spelling",
  Typo: "wrong-word",
  Usage: "grammar",
  WordChoice: "wrong-word",
  WordOrder: "grammar",
};

/** Rules of these sorts that are about style all the same, or that were mostly wrong when measured. */
const rulesLeftOut: readonly string[] = (
  "AppleNames AsSoonAsPossible AvoidCurses BackInTheDay CompoundNouns DisjointPrefixes Everyone " +
  "ExpandMemoryShorthands ExpandTimeShorthands HowTo MassNouns MissingPreposition OkToOkay " +
  "OneOfTheSingular OrthographicConsistency PhrasalVerbAsCompoundNoun QuantifierNumeralConflict " +
  "RedundantThat RegularIrregulars RoadMap SplitWords TheHowWhy ToTwoToo UpdatePlaceNames " +
  "WrongNegative"
).split(" ");

/** What people write who do not write their reader's English. */
const widespreadDialects: readonly EnglishDialect[] = ["american", "british"];

/** The most that the reader chooses from in one place. */
const MOST_CORRECTIONS = 3;
/** A word that a text has more often than this is meant. */
const MOST_TIMES = 2;

/**
 * What seems wrong in an English text, in order and without overlap. Nothing that a rewrite must
 * keep is touched, and of the rest only what is seldom right. Where words do not tell whose English
 * it is, it is the reader's own. Takes as long as `lintEnglish`.
 */
export async function proofreadEnglish(
  text: string,
  ownDialect: EnglishDialect,
): Promise<Suggestion[]> {
  return chooseSuggestions(text, await lintInItsDialect(text, ownDialect));
}

/** The lints in that dialect in which the fewest words of a text are misspelt. */
async function lintInItsDialect(text: string, own: EnglishDialect): Promise<readonly Lint[]> {
  let fewest = await lintEnglish(text, { dialect: own, without: rulesLeftOut });
  for (const dialect of widespreadDialects) {
    if (dialect === own || countMisspelt(fewest) === 0) continue;
    const lints = await lintEnglish(text, { dialect, without: rulesLeftOut });
    if (countMisspelt(lints) < countMisspelt(fewest)) fewest = lints;
  }
  return fewest;
}

function countMisspelt(lints: readonly Lint[]): number {
  return lints.filter(({ kind }) => kind === "Spelling").length;
}

/** Those lints of a text that are worth a reader's time. */
export function chooseSuggestions(text: string, lints: readonly Lint[]): Suggestion[] {
  const kept = findProtected(text, "en");
  const suggestions = lints.flatMap((lint) => suggestionOf(text, lint) ?? []);
  return suggestions
    .filter(({ start, end }) => !kept.some((span) => span.start < end && start < span.end))
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => start >= (all[at - 1]?.end ?? 0));
}

function suggestionOf(text: string, lint: Lint): Suggestion | null {
  const { start, end } = lint;
  const word = text.slice(start, end);
  const isPhrase = lint.kind === "Spelling" && /\s/.test(word);
  const reason = isPhrase ? "wrong-word" : reasons[lint.kind];
  if (!reason || !isLikely(reason, { text, word, start, end })) return null;
  const others = lint.corrections.filter(
    (other) => other.trim() !== "" && other.trim() !== word.trim(),
  );
  const corrections = (reason === "spelling" ? spellingsOf(word, others) : others).slice(
    0,
    MOST_CORRECTIONS,
  );
  return corrections.length > 0 ? { start, end, corrections, reason } : null;
}

/** With those first that need the fewest excuses; a capital at the beginning may be a name's. */
function spellingsOf(word: string, others: readonly string[]): string[] {
  const slips = others.filter((other) => isSlip(word, other));
  const [alike = [], far = []] = [true, false].map((isAlike) =>
    slips.filter((other) => hasSameLetters(word, other) === isAlike),
  );
  return /^\p{Lu}/u.test(word) ? alike : [...alike, ...far];
}

interface Place {
  text: string;
  word: string;
  start: number;
  end: number;
}

function isLikely(reason: SuggestionReason, place: Place): boolean {
  if (reason === "spelling") return isOrdinaryWord(place);
  if (reason === "repeated") return place.word.toLowerCase() !== "had had";
  return reason !== "capital" || place.word === "i" || beginsSentence(place);
}

/** No name, abbreviation or part of something longer, and no word that the text keeps using. */
function isOrdinaryWord({ text, word, start, end }: Place): boolean {
  const isCapital = /^\p{Lu}/u.test(word);
  if (!/^\p{L}\p{Ll}+(?:['’]\p{Ll}+)?$/u.test(word)) return false;
  if (isCapital && !/(?:^|[.!?\n]\s*)$/u.test(text.slice(Math.max(0, start - 4), start)))
    return false;
  const around = (text[start - 1] ?? " ") + (text[end] ?? " ");
  if (/[\p{L}\p{N}@#/\\_'’-]/u.test(around)) return false;
  return text.split(word).length - 1 <= MOST_TIMES;
}

/** A stop after a short word may be that of an abbreviation. */
function beginsSentence({ text, start }: Place): boolean {
  return /\p{Ll}{4}["”’)]?[.!?]["”’)]?\s+$/u.test(text.slice(Math.max(0, start - 40), start));
}
