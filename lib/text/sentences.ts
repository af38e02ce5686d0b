import { baseLanguage, stopHabitsOf, type StopHabits } from "./abbreviations.ts";

/**
 * Splits running text into sentences, in order; only white space around them is lost. A line break
 * always ends a sentence.
 *
 * Stops come from Unicode (`Sentence_Terminal`), as in `Intl.Segmenter`, which was measured and
 * left: V8's takes 10 s for 100,000 words in one string, and cuts "end.[3] Next" inside the note.
 */
export function splitSentences(text: string, language: string | null): string[] {
  const scan = scanFor(language);
  return text.split(/[\n\r\u2028\u2029]+/).flatMap((line) => splitLine(line, scan));
}

interface Scan {
  stops: RegExp;
  habits: StopHabits;
}

/** A stop that was found, and what stands around it. */
interface Stop {
  line: string;
  /** Where the sentence it may end begins. */
  from: number;
  index: number;
  marks: string;
  /** Just after the stop and the quotes, brackets and notes that belong to it. */
  end: number;
}

const closers = "[\"'”’»«›‹“)\\]}）】〕」』》〉＂＇]";
const note = "\\s?\\[(?:\\d{1,3}|[a-z]|note \\d+|citation needed)\\]|[⁰¹²³⁴-⁹]+";
const stopMarks = "[\\p{Sentence_Terminal}…]";

const scans = new Map<string, RegExp>();

function scanFor(language: string | null): Scan {
  const base = baseLanguage(language) ?? "";
  let stops = scans.get(base);
  if (!stops) scans.set(base, (stops = stopsOf(base)));
  return { stops, habits: stopHabitsOf(language) };
}

function stopsOf(base: string): RegExp {
  // the Greek question mark is a semicolon, also in Unicode's own normal form
  const marks = base === "el" ? "[\\p{Sentence_Terminal}…;\u037e]" : stopMarks;
  // French puts a space inside its quotes; elsewhere a spaced » opens one
  const spaced = base === "fr" ? "\\s»" : "[\\u00a0\\u202f]»";
  return new RegExp(
    `(${marks}(?:${marks}|[\\u00a0\\u202f](?=[!?]))*)(?:${spaced}|${closers}|${note})*`,
    "gu",
  );
}

function splitLine(line: string, { stops, habits }: Scan): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of line.matchAll(stops)) {
    const end = match.index + match[0].length;
    const stop = { line, from, index: match.index, marks: match[1] ?? "", end };
    if (!endsSentence(stop, habits)) continue;
    sentences.push(line.slice(from, end));
    from = end;
  }
  sentences.push(line.slice(from));
  return sentences.flatMap(splitAtSpaces).flatMap((sentence) => sentence.trim() || []);
}

function endsSentence(stop: Stop, habits: StopHabits): boolean {
  const after = stop.line.slice(stop.end, stop.end + 40);
  if (after.trim() === "") return true;
  if (/^\s*[\p{Sentence_Terminal}…,;:%)\]}”，、；：）」』]/u.test(after)) return false;
  if (/[^\p{ASCII}…‼⁇⁈⁉]/u.test(stop.marks)) return endsUnspaced(stop, after);
  if (/^\s/.test(after)) return endsSpaced(stop, after, habits);
  return endsGlued(stop, after);
}

/** After a stop of its own script, such as 。 or ।, no space is needed. */
function endsUnspaced(stop: Stop, after: string): boolean {
  if (stop.marks === "．" && /^\p{N}/u.test(after)) return false; // ３．５
  // 「…。」と言った: a quotation inside a Japanese sentence goes on in hiragana
  const isQuoted = /[」』）”]$/.test(stop.line.slice(stop.index, stop.end));
  return !(isQuoted && /^\p{Script=Hiragana}/u.test(after));
}

function endsSpaced(stop: Stop, after: string, habits: StopHabits): boolean {
  const next = after.replace(/^[\s"'“”„‚‘’«»‹›([{¿¡–—•·*-]+/u, "");
  // "iPhone" begins a sentence, "and" goes on with one
  if (/^\p{Ll}/u.test(next) && !/^\p{Ll}{1,2}\p{Lu}/u.test(next)) return false;
  if (stop.marks !== ".") return true;
  if (stop.end > stop.index + 1) return !isInner(stop, next, habits);
  return !isInner(stop, next, habits) && !isDoubtful(stop, next, habits);
}

/** Web text that lost its space: "end.Next one". Never in "Node.js", "3.5" or "example.com". */
function endsGlued(stop: Stop, after: string): boolean {
  if (/^["'“„«¿¡]?\p{Lu}\p{Ll}+[\s,]|^["'“„«]?[AI] /u.test(after) === false) return false;
  const before = stop.line.slice(Math.max(stop.from, stop.index - 24), stop.index);
  return /(?:^|[\s\p{P}])[^\s./@:]*(?:\p{Ll}{3}|[\d)\]”"])$/u.test(before);
}

/** Whether the stop belongs to a word that goes on, whatever comes next. */
function isInner(stop: Stop, next: string, habits: StopHabits): boolean {
  const before = stop.line.slice(stop.from, stop.index).trimStart();
  if (/^[([]?(?:\d{1,3}|\p{L}|[ivx]{1,4}|[IVX]{1,4})$/u.test(before)) return true; // "1. Open it"
  const word = lastWord(stop)
    .toLowerCase()
    .replace(/^.*['’](?=\p{L}{2})/u, ""); // l'art. 5
  if (habits.inner.has(word)) return true;
  return habits.beforeNumber.has(word) && /^[\p{N}§]/u.test(next);
}

/** Whether a stop that could be either is more likely inside its sentence. */
function isDoubtful(stop: Stop, next: string, habits: StopHabits): boolean {
  const word = lastWord(stop);
  if (!mayBeShort(word, next, habits)) return false;
  const nextWord = /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/u.exec(next)?.[0] ?? "";
  return !habits.starters.has(nextWord.replace("’", "'"));
}

function mayBeShort(word: string, next: string, habits: StopHabits): boolean {
  if (/^\p{L}\p{M}*$/u.test(word)) return word !== "I"; // an initial
  if (/^(?:\p{L}{1,2}\.)+-?\p{L}{1,2}$/u.test(word)) return true; // U.S, т.д, J.-C
  if (habits.either.has(word.toLowerCase())) return true;
  return habits.hasDottedOrdinals && /^(?:\d{1,2}|[IVX]{1,5})$/.test(word) && /^\p{L}/u.test(next);
}

function lastWord(stop: Stop): string {
  const before = stop.line.slice(Math.max(stop.from, stop.index - 24), stop.index);
  return /[\p{L}\p{M}\p{N}№º][\p{L}\p{M}\p{N}.'’º-]*$/u.exec(before)?.[0] ?? "";
}

const unstopped = /[\p{Script=Thai}\p{Script=Lao}]/u;
const phraseChars = 80;

/** Thai and Lao write no stops: a space ends a phrase, and some phrases make a sentence. */
function splitAtSpaces(sentence: string): string[] {
  if (!unstopped.test(sentence)) return [sentence];
  const pieces: string[] = [];
  let from = 0;
  for (const { index } of sentence.matchAll(
    /(?<=[\p{Script=Thai}\p{Script=Lao}]) (?=[\p{Script=Thai}\p{Script=Lao}])/gu,
  )) {
    if (index - from < phraseChars || sentence.length - index < phraseChars / 2) continue;
    pieces.push(sentence.slice(from, index));
    from = index;
  }
  return [...pieces, sentence.slice(from)];
}
