import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
  Util,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import * as v from "valibot";
import { AppError } from "../../errors.ts";
import type { PdfSheets, Run, Sheet } from "./pdf-sheet.ts";

/** What is longer is read as far as this. */
const mostSheets = 3_000;

/**
 * Reads what a PDF holds in words. Runs in a worker without a network.
 * @param bytes The file; it is not to be used afterwards.
 * @param cMapUrl Folder of the packaged tables that some Chinese, Japanese and Korean fonts need.
 * @throws AppError `page-pdf-locked` if it wants a password; `page-pdf-broken` if it is none.
 */
export async function openPdf(bytes: Uint8Array, cMapUrl: string): Promise<PdfSheets> {
  await loadReader();
  const task = getDocument({
    data: bytes,
    cMapUrl,
    cMapPacked: true,
    useWorkerFetch: true, // by the lock's `fetch`, which gives packaged files only
    useSystemFonts: false,
    disableFontFace: true, // fonts are for drawing
    disableWorkerRendering: true,
    verbosity: VerbosityLevel.ERRORS, // warnings quote the file
  });
  try {
    return await readDocument(await task.promise);
  } catch (thrown) {
    throw explain(thrown);
  } finally {
    await task.destroy();
  }
}

/**
 * Loads the half of PDF.js that reads files into this realm; PDF.js would start a worker for it.
 * Where there is no `window`, it would take the page's messages to this worker for its own.
 */
async function loadReader(): Promise<void> {
  Object.assign(globalThis, { window: globalThis });
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  Reflect.deleteProperty(globalThis, "window");
}

async function readDocument(pdf: PDFDocumentProxy): Promise<PdfSheets> {
  const { info } = await pdf.getMetadata();
  const { Title, Author, Language } = v.parse(infoSchema, info);
  const sheets: Sheet[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, mostSheets); number++)
    sheets.push(await readSheet(pdf, number));
  return {
    title: Title,
    author: Author,
    language: Language,
    sheets,
    totalSheets: pdf.numPages,
  };
}

async function readSheet(pdf: PDFDocumentProxy, number: number): Promise<Sheet> {
  const page = await pdf.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const runs = items.flatMap((item): Run[] => {
    if (!("str" in item)) return [];
    const [across = 0, turned = 0, , , left = 0, baseline = 0] = v.parse(
      matrixSchema,
      Util.transform(transform, item.transform),
    );
    if (Math.abs(turned) > 0.1 * Math.abs(across)) return []; // along a margin, or a watermark
    return [
      {
        text: item.str,
        left,
        right: left + item.width,
        baseline,
        size: Math.abs(across),
        font: item.fontName,
        isMonospace: styles[item.fontName]?.fontFamily === "monospace",
        isRightToLeft: item.dir === "rtl",
      },
    ];
  });
  page.cleanup();
  return { number, width, height, runs };
}

function explain(thrown: unknown): AppError {
  if (thrown instanceof PasswordException) return new AppError("page-pdf-locked", "a password");
  if (thrown instanceof InvalidPDFException) return new AppError("page-pdf-broken", "no PDF");
  return AppError.from(thrown);
}

const matrixSchema = v.array(v.number());
const infoSchema = v.object({
  Title: v.fallback(v.string(), ""),
  Author: v.fallback(v.string(), ""),
  Language: v.fallback(v.nullable(v.string()), null),
});
