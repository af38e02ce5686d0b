import * as v from "valibot";
import { AppError } from "../../errors.ts";

/** More would not pass from the tab to the panel: a message holds 64 MiB, and base64 adds a third. */
const mostBytes = 40_000_000;

const keptPdfSchema = v.variant("kind", [
  v.object({ kind: v.literal("kept"), base64: v.string() }),
  v.object({ kind: v.literal("unkept") }),
]);
type KeptPdf = v.InferOutput<typeof keptPdfSchema>;

/**
 * The file of the PDF that this tab shows, where the browser has kept it. Runs in the tab. No
 * request is made: `only-if-cached` answers from the browser's cache, or fails
 * (https://fetch.spec.whatwg.org/#concept-request-cache-mode).
 */
export async function takeKeptPdf(): Promise<KeptPdf> {
  try {
    const kept = await fetch(location.href, { cache: "only-if-cached", mode: "same-origin" });
    const file = await kept.blob();
    if (file.size > mostBytes) return { kind: "unkept" };
    return { kind: "kept", base64: await toBase64(file) };
  } catch {
    return { kind: "unkept" };
  }
}

function toBase64(file: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/**
 * The file that `takeKeptPdf` found in a tab.
 * @throws AppError `page-pdf-unkept` if the browser has not kept it, or it is too large to pass.
 */
export function parseKeptPdf(value: unknown): Uint8Array<ArrayBuffer> {
  const parsed = v.safeParse(keptPdfSchema, value);
  if (!parsed.success || parsed.output.kind === "unkept")
    throw new AppError("page-pdf-unkept", "the tab hands on no PDF");
  return fromBase64(parsed.output.base64);
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
