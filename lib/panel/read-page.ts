import { type ReadingScope, readSnapshot } from "../page/read-snapshot.ts";
import { writeDraft } from "../text/draft.ts";
import { warmUpDraft } from "../text/warm-up-draft.ts";
import { countWords, readingMinutes } from "../text/words.ts";
import type { ReadPage } from "./reading.ts";

/** What reading needs: where to read, and how the panel gets at it. */
interface ToRead {
  tabId: number;
  scope: ReadingScope;
  askedAtMs: number;
}

/**
 * Reads a tab's page and writes its draft.
 * @throws AppError a code that begins with `page-`.
 */
export async function readPage(
  { tabId, scope, askedAtMs }: ToRead,
  from: {
    snapshotTab(tabId: number): Promise<unknown>;
    onShown(what: "read", askedAtMs: number): void;
  },
): Promise<ReadPage> {
  const snapshot = from.snapshotTab(tabId);
  warmUpDraft(); // while the page's own process is at work
  const page = readSnapshot(await snapshot, scope);
  from.onShown("read", askedAtMs);
  const { language, title } = page;
  const draft = writeDraft(page.passages, { language, title });
  const words = page.passages.reduce((sum, { text }) => sum + countWords(text, language), 0);
  return { page, tabId, words, minutes: readingMinutes(words, language), language, draft };
}
