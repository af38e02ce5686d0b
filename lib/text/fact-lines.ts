/** A fact as a model writes it in a line of its own: "Who: the keeper of the light". */
export interface FactLine {
  label: string;
  /** As the model wrote it, marks and all. */
  value: string;
}

/** A label of a few words, which may be bold, a colon, and words behind it. */
const factLine =
  /^(?:\*\*)?(\p{L}[\p{L}\p{M}\p{N} '’/-]{0,29}?) ?(?:\*\*)?[:：](?:\*\*)?\s*(?=\S)(.*)$/u;

const mostLabelWords = 4;

/** A line as a fact, or null if it is none. */
export function readFactLine(line: string): FactLine | null {
  const [, label = "", value = ""] = factLine.exec(line) ?? [];
  if (label === "" || label.split(" ").length > mostLabelWords) return null;
  return { label, value };
}

/**
 * Lines as facts, or null where they are none: one such line is a sentence like another, two make a
 * table. A later line that is no fact goes on with the one before.
 */
export function readFactLines([first = "", second = "", ...rest]: readonly string[]):
  FactLine[] | null {
  const facts = [first, second].flatMap((line) => readFactLine(line) ?? []);
  if (facts.length < 2) return null;
  for (const line of rest) {
    const fact = readFactLine(line);
    const last = facts.at(-1);
    if (fact) facts.push(fact);
    else if (last) last.value += `\n${line}`;
  }
  return facts;
}
