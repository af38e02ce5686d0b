import type { ErrorCode } from "../lib/errors.ts";

/** What went wrong and what the reader can do; a new code without a sentence fails to compile. */
const advice: Record<ErrorCode, string | null> = {
  cancelled: null, // the reader did it
  "download-blocked":
    "The hub sent Sotto to a host that it may not ask, so nothing was fetched from there.",
  "download-busy": "The hub is busy. Try again in a while; what has come is kept.",
  "download-damaged": "What came is not the file that the hub promises. Try again.",
  "download-failed": "The model could not be fetched. Check the connection and try again.",
  "download-gone": "The hub no longer has this model’s files. Choose another model.",
  "download-not-hub":
    "This network answers in place of the hub. Sign in to it first, then continue the download.",
  "download-offline": "There is no network. The download goes on when there is one.",
  "download-refused": "The hub gives this model only to those who sign in. Choose another one.",
  "model-damaged": "A file of this model is damaged. Fetch it again.",
  "model-files-missing":
    "This model is not complete. Pick a folder with its config.json, its tokenizer files and its " +
    "ONNX weights, or fetch the model again.",
  "model-unsupported": "Sotto cannot run this model on this machine. Choose another one.",
  "no-backend":
    "This browser can run the model neither on the graphics card nor on the processor. The instant " +
    "summary needs no model.",
  "offline-for-good": "You have switched Sotto’s network off. Switch it on in the options first.",
  "out-of-memory":
    "The model did not fit into memory. Close some tabs and try again, or choose a smaller model.",
  "page-empty": "There is no text to summarize on this page. If it is still loading, try again.",
  "page-forbidden":
    "The browser lets no extension read this page. Sotto works on ordinary web pages.",
  "page-gone": "The page was closed or changed before Sotto could read it. Try again.",
  "page-not-granted": "Press Sotto’s toolbar button on this page to let it read.",
  "page-pdf": "Sotto cannot read PDF files yet.",
  "storage-full": "There is not enough space on the disk for this model. Free some and try again.",
  "text-too-long": "This text is too long for the model. Select a part of it and summarize that.",
  unexpected: "Something went wrong. Try again.",
};

/** Says in one sentence why something did not work. */
export function Notice({ code }: { code: ErrorCode | null }) {
  const sentence = code && advice[code];
  return sentence ? (
    <p class="notice" role="alert">
      {sentence}
    </p>
  ) : null;
}
