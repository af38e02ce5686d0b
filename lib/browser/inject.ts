import { AppError } from "../errors.ts";

/**
 * Runs a script in a tab by what `inject` does, again where the right to do so comes a moment late.
 * @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`.
 */
export async function injectOnceGranted<Result>(inject: () => Promise<Result>): Promise<Result> {
  for (const delayMs of grantDelaysMs) {
    try {
      return await inject();
    } catch (thrown) {
      const error = explain(thrown);
      if (error.code !== "page-not-granted") throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  return inject().catch((thrown: unknown) => {
    throw explain(thrown);
  });
}

/**
 * Chrome tells a page's process of the grant and of the script by two ways, and now and then the
 * script comes first and is refused: seen once in about ninety clicks with the panel open.
 */
const grantDelaysMs = [30, 120];

// Chrome tells its reasons in words only; these are of `extensions/common/manifest_constants.cc` and
// `script_executor.cc`. A page chooses its own address, so what a message quotes decides nothing.
const gone =
  /^No (tab|frame|document) with id|^Invalid tab ID|^The (tab|frame) was |^Frame with ID \d+ was removed/i;
const forbidden =
  /^Cannot access (a|contents of url ")\s?(?!https?:|file:)[\w-]+:|^(This page|The extensions gallery) cannot be scripted|^Frame with ID \d+ is showing error page/i;

function explain(thrown: unknown): AppError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError(codeFor(message), message, { cause: thrown });
}

function codeFor(message: string): "page-gone" | "page-forbidden" | "page-not-granted" {
  if (gone.test(message)) return "page-gone";
  return forbidden.test(message) ? "page-forbidden" : "page-not-granted";
}
