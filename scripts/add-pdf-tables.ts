import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../node_modules/pdfjs-dist/cmaps");

/**
 * PDF.js's tables of character codes, to be packed as `cmaps/`: PDFs in Chinese, Japanese and Korean
 * name them instead of holding them.
 */
export function addPdfTables(): { absoluteSrc: string; relativeDest: string }[] {
  return readdirSync(folder).map((name) => ({
    absoluteSrc: join(folder, name),
    relativeDest: `cmaps/${name}`,
  }));
}
