import * as v from "valibot";
import { type PdfSheets, pdfSheetsSchema } from "../page/pdf/pdf-sheet.ts";
import { askWorker, serveQuestion } from "./one-question.ts";

// Reading a PDF in a worker of its own, which is ended afterwards: files of strangers are large and odd.

const bytesSchema = v.instance(Uint8Array<ArrayBuffer>);

/** Lets the page that started this worker have a PDF read. */
export function servePdf(open: (bytes: Uint8Array) => Promise<PdfSheets>): void {
  serveQuestion(bytesSchema, open);
}

/**
 * Has a PDF read in a worker, which takes `bytes` over and is ended afterwards.
 * @throws AppError as `askWorker`, and what `openPdf` throws.
 */
export function remotePdf(
  worker: Worker,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<PdfSheets> {
  return askWorker(worker, {
    question: bytes,
    answerSchema: pdfSheetsSchema,
    handedOver: [bytes.buffer],
    signal,
  });
}
