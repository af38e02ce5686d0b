import { AppError } from "../errors.ts";
import { parseKeptPdf } from "../page/pdf/kept-pdf.ts";
import type { PdfSheets } from "../page/pdf/pdf-sheet.ts";
import { readPdfSheets } from "../page/pdf/read-pdf.ts";
import type { PdfPlace, ReadingSurroundings } from "./read-page.ts";

interface PdfSurroundings {
  /** What a tab says of the PDF that it shows. */
  keptPdfIn(tabId: number): Promise<unknown>;
  /** Takes the bytes over. */
  openPdf(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<PdfSheets>;
  namePage(tabId: number): Promise<{ title: string; url: string }>;
}

/** More than a worker may be given: what is read has to fit into memory several times. */
const mostBytes = 500_000_000;

/** A way to read PDFs, from the tab that shows one or from a file. */
export function createPdfReading(surroundings: PdfSurroundings): ReadingSurroundings["readPdf"] {
  return async (where, signal) => {
    const { bytes, url, fileName } = await takeFile(where, surroundings);
    return readPdfSheets(await surroundings.openPdf(bytes, signal), { url, fileName });
  };
}

interface PdfFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** Empty for a file that the reader gave. */
  url: string;
  fileName: string;
}

async function takeFile(where: PdfPlace, from: PdfSurroundings): Promise<PdfFile> {
  switch (where.kind) {
    case "tab": {
      const bytes = parseKeptPdf(await from.keptPdfIn(where.tabId));
      const { title, url } = await from.namePage(where.tabId);
      return { bytes, url, fileName: title };
    }
    case "file": {
      const { file } = where;
      if (file.size > mostBytes) throw new AppError("page-pdf-too-large", "more than fits");
      return { bytes: new Uint8Array(await file.arrayBuffer()), url: "", fileName: file.name };
    }
  }
}
