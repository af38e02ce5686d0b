import { declaredCode, detectLanguage, tellLanguage } from "../text/language.ts";
import { type Part, splitLineParts } from "../text/parts.ts";

/**
 * How a text's language is known: the text tells it or the reader has said it, the page says it of a
 * text that tells too little, or it is no more than a guess.
 */
export type Certainty = "sure" | "page" | "doubtful";

/** A line of a text, and the language it is in. */
export interface Line {
  part: Part;
  /** An ISO 639-1 code. */
  language: string;
}

/** What languages a text is in, which it may mix. */
export interface TextLanguages {
  /** The language of most of it, an ISO 639-1 code; null if nothing tells. */
  main: string | null;
  certainty: Certainty;
  /** A line that tells too little is in the language of the one before; none while none is known. */
  lines: readonly Line[];
}

/** @param declared What the page says the text is in. */
export async function findLanguages(text: string, declared?: string): Promise<TextLanguages> {
  const parts = splitLineParts(text);
  const told = await Promise.all(parts.map((part) => tellLanguage(part.text)));
  const { main, certainty } = await findMain(text, mostOf(told), declared);
  if (main === null) return { main, certainty, lines: [] };
  let language = told.find((line) => line !== null)?.language ?? main;
  const lines = parts.map((part, at) => {
    language = told[at]?.language ?? language;
    return { part, language };
  });
  return { main, certainty, lines };
}

/** A text of which the reader has said what language it is in. */
export function allInLanguage(text: string, language: string): TextLanguages {
  const lines = splitLineParts(text).map((part) => ({ part, language }));
  return { main: language, certainty: "sure", lines };
}

async function findMain(
  text: string,
  told: string | null,
  declared: string | undefined,
): Promise<Pick<TextLanguages, "main" | "certainty">> {
  if (told !== null) return { main: told, certainty: "sure" };
  const found = await detectLanguage(text);
  if (found?.isReliable) return { main: found.language, certainty: "sure" };
  const said = declaredCode(declared);
  if (said !== null) return { main: said, certainty: "page" };
  return { main: found?.language ?? null, certainty: "doubtful" };
}

/** The language of most of the letters that tell any. */
function mostOf(told: readonly ({ language: string; letters: number } | null)[]): string | null {
  const sums = new Map<string, number>();
  for (const line of told)
    if (line) sums.set(line.language, (sums.get(line.language) ?? 0) + line.letters);
  const [most] = [...sums].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}
