import { isOfPdf, type ReadingScope, readSnapshot } from "../page/read-snapshot.ts";
import type { PageText } from "../text/page-text.ts";
import { writeDraft } from "../text/draft.ts";
import { warmUpDraft } from "../text/warm-up-draft.ts";
import { countWords, readingMinutes } from "../text/words.ts";
import type { ReadPage } from "./reading.ts";

/** What reading needs: where to read, and how the panel gets at it. */
interface ToRead {
  tabId: number;
  scope: ReadingScope;
  /** A PDF to be read in place of the tab's page. */
  file?: File;
  askedAtMs: number;
}

/** How the panel gets at what is to be read. */
export interface ReadingSurroundings {
  /** @throws AppError `page-gone`, `page-forbidden` or `page-not-granted`. */
  snapshotTab(tabId: number): Promise<unknown>;
  /** @throws AppError as `snapshotTab`, or a code that begins with `page-pdf-`. */
  readPdf(where: PdfPlace, signal: AbortSignal): Promise<PageText>;
}

/** A PDF in a tab, or a file that the reader gave. */
export type PdfPlace = { kind: "tab"; tabId: number } | { kind: "file"; file: File };

/**
 * Reads a tab's page, or a PDF, and writes its draft.
 * @throws AppError a code that begins with `page-`; `cancelled` when `signal` aborts.
 */
export async function readPage(
  { tabId, scope, file, askedAtMs }: ToRead,
  from: ReadingSurroundings & { onShown(what: "read", askedAtMs: number): void },
  signal: AbortSignal,
): Promise<ReadPage> {
  const page = file
    ? await from.readPdf({ kind: "file", file }, signal)
    : await readTab({ tabId, scope }, from, signal);
  from.onShown("read", askedAtMs);
  const { language, title } = page;
  const draft = writeDraft(page.passages, { language, title });
  const words = page.passages.reduce((sum, { text }) => sum + countWords(text, language), 0);
  return { page, tabId, words, minutes: readingMinutes(words, language), language, draft };
}

async function readTab(
  { tabId, scope }: { tabId: number; scope: ReadingScope },
  from: ReadingSurroundings,
  signal: AbortSignal,
): Promise<PageText> {
  const waiting = from.snapshotTab(tabId);
  warmUpDraft(); // while the page's own process is at work
  const snapshot = await waiting;
  return isOfPdf(snapshot)
    ? from.readPdf({ kind: "tab", tabId }, signal)
    : readSnapshot(snapshot, scope);
}
