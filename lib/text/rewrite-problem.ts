/** Why an answer must not take the place of the reader's text. */
export type RewriteProblem = "empty" | "loop" | "cut" | "same";

/** How the model came to its end: by itself, at its limit, or because it went round in a loop. */
export type RewriteEnding = "complete" | "length" | "loop";

/**
 * Why a rewrite is not offered for replacement, or null when it may be: it holds no words, goes
 * round in a loop (told by the model's ending or seen in the text), stopped at the model's limit,
 * or is what stood there before.
 */
export function whyNotOffered(
  answer: string,
  original: string,
  ending: RewriteEnding,
): RewriteProblem | null {
  if (!hasWords(answer) && (hasWords(original) || !hasSigns(answer))) return "empty";
  if (ending === "loop" || loopsAnew(answer, original)) return "loop";
  if (ending === "length") return "cut";
  return withoutEdges(answer) === withoutEdges(original) ? "same" : null;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

function hasSigns(text: string): boolean {
  return /[^\s\p{C}\p{M}]/u.test(text);
}

/** Line breaks are compared by place, not by how the system writes them. */
function withoutEdges(text: string): string {
  return text.trim().replace(/\r\n?/g, "\n");
}

/** The longest stretch, in characters, whose repetition is looked for. */
const MAX_PERIOD_CHARS = 600;
/** A stretch that came this often in a row is a loop, if it fills `MIN_LOOP_CHARS`. */
const MIN_REPEATS = 3;
const MIN_LOOP_CHARS = 80;
/** A line of that many characters is not written so often on purpose. */
const MIN_LINE_CHARS = 20;
const MIN_LINES = 4;

/** Whether an answer repeats itself; a text that does so already may go on doing so. */
function loopsAnew(answer: string, original: string): boolean {
  return (
    (endsInLoop(answer) || repeatsLine(answer)) && !endsInLoop(original) && !repeatsLine(original)
  );
}

function endsInLoop(text: string): boolean {
  const end = text.trimEnd();
  for (let period = 1; period <= Math.min(MAX_PERIOD_CHARS, end.length / MIN_REPEATS); period++) {
    const repeated = repeatedTail(end, period) + period;
    if (repeated >= Math.max(period * MIN_REPEATS, MIN_LOOP_CHARS)) return true;
  }
  return false;
}

/** How many of the last characters equal the one `period` before them, without a gap. */
function repeatedTail(text: string, period: number): number {
  let count = 0;
  for (let at = text.length - 1; at >= period; at--) {
    if (text[at] !== text[at - period]) break;
    count += 1;
  }
  return count;
}

function repeatsLine(text: string): boolean {
  const counts = new Map<string, number>();
  for (const line of text.split(/[\r\n]+/)) {
    const words = line.trim();
    if (words.length < MIN_LINE_CHARS || !hasWords(words)) continue;
    const count = (counts.get(words) ?? 0) + 1;
    if (count >= MIN_LINES) return true;
    counts.set(words, count);
  }
  return false;
}
