import type { ErrorCode, ErrorFacts, WireError } from "../lib/errors.ts";
import { inWords } from "./bytes.ts";

/** What went wrong and what the reader can do; a new code without a sentence fails to compile. */
const advice: Record<ErrorCode, (facts: ErrorFacts) => string | null> = {
  cancelled: () => null, // the reader did it
  "download-blocked": ({ host, file }) =>
    `The hub sent Sotto to ${host ?? "another host"}${file ? ` for ${what(file)}` : ""}, which it ` +
    "may not ask, so nothing was fetched from there. Try again later, or import the model from a " +
    "folder.",
  "download-busy": ({ file }) =>
    `The hub is ${file ? `too busy to send ${what(file)}` : "busy"}. Try again in a while; what ` +
    "has come is kept.",
  "download-damaged": ({ file }) =>
    `${what(file)} came twice in another form than the hub promises, and was thrown away. Try ` +
    "again, perhaps on another network.",
  "download-failed": ({ file }) =>
    `${file ? `${what(file)} of the model` : "The model"} could not be fetched. Check the ` +
    "connection and try again.",
  "download-gone": ({ file }) =>
    `The hub no longer has ${file ? `${what(file)} of this model` : "this model’s files"}. Choose ` +
    "another model.",
  "download-not-hub": ({ file }) =>
    `This network answers in place of the hub${file ? ` when ${what(file)} is asked for` : ""}. ` +
    "Sign in to it first, then continue the download.",
  "download-offline": () => "There is no network. The download goes on when there is one.",
  "download-refused": ({ file }) =>
    `The hub gives ${file ? `${what(file)} of ` : ""}this model only to those who sign in, or has ` +
    "no model of this name. Check the name, or choose another one.",
  "model-damaged": ({ file }) =>
    `${file ? what(file) : "A file"} of this model is damaged. Fetch the model again; only what is ` +
    "damaged is fetched.",
  "model-files-missing": ({ file }) =>
    `This model is not complete${file ? `: it has no ${what(file)}` : ""}. Pick a folder or a zip ` +
    "with its config.json, its tokenizer files and its ONNX weights, or fetch the model again.",
  "model-unsupported": () => "Sotto cannot run this model on this machine. Choose another one.",
  "no-backend": () =>
    "This browser can run the model neither on the graphics card nor on the processor. The instant " +
    "summary needs no model.",
  "nothing-selected": () => "Select the text to rewrite first, then try again.",
  "offline-for-good": () =>
    "You have switched Sotto’s network off. Switch it on in the settings, then try again.",
  "out-of-memory": () =>
    "The model did not fit into memory. Close some tabs and try again, or choose a smaller model.",
  "pack-missing": () =>
    "There is no translation pack for these languages on this machine. Fetch it once, then try " +
    "again.",
  "page-empty": () =>
    "There is no text to summarize on this page. If it is still loading, try again.",
  "page-forbidden": () =>
    "The browser lets no extension read this page. Sotto works on ordinary web pages.",
  "page-frame-forbidden": () =>
    "This part of the page comes from another site, so the browser does not let Sotto read it.",
  "page-gone": () => "The page was closed or changed before Sotto could read it. Try again.",
  "page-not-granted": () => "Press Sotto’s toolbar button on this page to let it read.",
  "page-pdf-broken": () => "This file is no PDF, or it is damaged, so Sotto cannot read it.",
  "page-pdf-locked": () =>
    "This PDF is locked with a password. Save a copy without one, then drop it here.",
  "page-pdf-scan": () =>
    "This PDF holds pictures of pages and no text, so there is nothing that Sotto could read.",
  "page-pdf-too-large": () => "This PDF is too large for Sotto to read.",
  "page-pdf-unkept": () =>
    "The browser does not hand on the PDF in this tab. Save it, then drop its file here.",
  "storage-full": ({ neededBytes, freeBytes }) =>
    neededBytes === undefined || freeBytes === undefined
      ? "There is not enough space on the disk for this model. Free some and try again."
      : `This model needs ${inWords(neededBytes)} on the disk and ${inWords(freeBytes)} are free. ` +
        "Free some space and try again; what has come is kept.",
  "text-too-long": () => "This is too long for the model. Select less text, or ask in fewer words.",
  unexpected: () => "Something went wrong. Try again.",
};

/** Says in a sentence or two why something did not work, and what to do. */
export function Notice({ error }: { error: Pick<WireError, "code" | "facts"> | null }) {
  const sentence = error && advice[error.code](error.facts);
  return sentence ? (
    <p class="notice" role="alert">
      {sentence}
    </p>
  ) : null;
}

function what(file: string | undefined): string {
  return file === undefined ? "A file" : `“${file}”`;
}
