import { compareProtected } from "./compare-protected.ts";
import type { ProtectedKind, ProtectedSpan } from "./protected-span.ts";

/** What can be checked word by word. Names and quotations are too often a matter of style. */
const checked: ReadonlySet<ProtectedKind> = new Set(["number", "date", "amount", "url", "mail"]);

/**
 * The figures, dates, amounts and addresses of a text that none of its sources says. `language` is
 * a BCP 47 tag, or null if unknown.
 */
export function findInvented(
  text: string,
  sources: readonly string[],
  language: string | null,
): ProtectedSpan[] {
  return compareProtected(sources.join("\n\n"), text, language)
    .flatMap((change) => {
      if (change.kind === "missing") return [];
      return change.kind === "new" ? change.span : change.now;
    })
    .filter(({ kind }) => checked.has(kind))
    .toSorted((a, b) => a.start - b.start);
}
