import { Dialect, type Lint as HarperLint, LocalLinter, SuggestionKind } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";
import type { EnglishDialect } from "./english-dialect.ts";

/** Something that a rule takes for a mistake; `start` and `end` count UTF-16 units. */
export interface Lint {
  /** What sort of mistake it is, in Harper's own word, such as `Spelling`. */
  kind: string;
  start: number;
  end: number;
  /** What may stand there instead, the likeliest first. */
  corrections: readonly string[];
}

const dialects: Record<EnglishDialect, Dialect> = {
  american: Dialect.American,
  british: Dialect.British,
  australian: Dialect.Australian,
  canadian: Dialect.Canadian,
  indian: Dialect.Indian,
};

/**
 * What Harper takes for mistakes in an English text, without the rules named. Loads 16 MB, takes 240
 * MB of memory and about a second before it begins, so it belongs in a worker that is ended
 * afterwards.
 */
export async function lintEnglish(
  text: string,
  { dialect, without }: { dialect: EnglishDialect; without: readonly string[] },
): Promise<Lint[]> {
  const linter = new LocalLinter({ binary: slimBinary, dialect: dialects[dialect] });
  const off = Object.fromEntries(without.map((rule) => [rule, false]));
  await linter.setLintConfig({ ...(await linter.getDefaultLintConfig()), ...off });
  const lints = await linter.lint(text, { language: "plaintext" });
  const found = lints.map((lint) => lintIn(text, lint));
  await linter.dispose();
  return found;
}

function lintIn(text: string, lint: HarperLint): Lint {
  const { start, end } = lint.span();
  const corrections = lint.suggestions().map((suggestion) => {
    const isAddition = suggestion.kind() === SuggestionKind.InsertAfter;
    return (isAddition ? text.slice(start, end) : "") + suggestion.get_replacement_text();
  });
  return { kind: lint.lint_kind(), start, end, corrections };
}
