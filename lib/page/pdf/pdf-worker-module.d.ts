// PDF.js gives no types for this half of it, which is loaded for what it does.
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
