import type { KeptAnswer } from "./kept-answer.ts";

/** The answers that have every word of a query in their text, question, title or address. */
export function searchHistory(
  answers: readonly KeptAnswer[],
  query: string,
): readonly KeptAnswer[] {
  const words = fold(query).split(/\s+/u);
  return answers.filter((answer) => {
    const { text, question, title, url } = answer;
    const where = fold([text, question ?? "", title, url].join("\n"));
    return words.every((word) => where.includes(word));
  });
}

/** Without capitals and accents, which readers leave out when they search. */
function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
