import { findLiterals, plainWords, quotationOf } from "../find-literals.ts";
import type { Evidence } from "./choose-evidence.ts";
import { contextLikeness } from "./context.ts";
import type { Doubt } from "./doubt.ts";
import type { PageIndex } from "./page-index.ts";
import type { ReadSentence } from "./read-sentence.ts";

/** Quotations and addresses that are not on the page word for word. */
export function checkQuotations(
  sentence: ReadSentence,
  evidence: Evidence,
  page: PageIndex,
): Doubt[] {
  return findLiterals(sentence.text).flatMap(({ kind, text, values, start, end }): Doubt[] => {
    switch (kind) {
      case "quotation":
        return isQuoted(text, page) ? [] : [doubtOf({ start, end }, sentence, evidence)];
      case "url":
      case "mail": {
        if (values.some((value) => isOnPage(value, page))) return [];
        const passage = evidence.supports[0]?.sentence.passage ?? null;
        return [{ kind: "not-on-page", what: "address", start, end, passage }];
      }
      default:
        return [];
    }
  });
}

/** Left out words may be shown by dots or brackets. */
function isQuoted(written: string, page: PageIndex): boolean {
  const parts = (quotationOf(written) ?? "").split(/\s*(?:\.\.\.|…|\[[^\]]*\])\s*/);
  return parts.every((part) => isOnPage(part.replace(/[.,!?]$/, ""), page));
}

function isOnPage(part: string, { sentences }: PageIndex): boolean {
  const wanted = plainWords(part);
  const first = wanted.match(/[\p{L}\p{N}]+/u)?.[0] ?? "";
  return sentences.some(({ tokens, index }) => {
    if (first !== "" && !tokens.some(({ word }) => word.startsWith(first))) return false;
    // a quotation may run over several sentences
    const text = sentences
      .slice(index, index + 4)
      .map((sentence) => sentence.text)
      .join(" ");
    return plainWords(text).includes(wanted);
  });
}

function doubtOf(
  span: { start: number; end: number },
  sentence: ReadSentence,
  { supports }: Evidence,
): Doubt {
  const [best] = supports
    .flatMap(({ sentence: there }) =>
      findLiterals(there.text)
        .filter(({ kind }) => kind === "quotation")
        .map((quotation) => ({
          quotation,
          passage: there.passage,
          likeness: contextLikeness(sentence, span, { sentence: there, span: quotation }),
        })),
    )
    .toSorted((a, b) => b.likeness - a.likeness);
  if (best)
    return {
      kind: "differs",
      what: "quotation",
      ...span,
      pageText: best.quotation.text,
      passage: best.passage,
    };
  const passage = supports[0]?.sentence.passage ?? null;
  return { kind: "not-on-page", what: "quotation", ...span, passage };
}
