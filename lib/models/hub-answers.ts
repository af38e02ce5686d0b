import * as v from "valibot";
import { AppError } from "../errors.ts";
import { Interruption, NotAsPromised } from "./interruption.ts";
import { modelPathSchema, STEP_BYTES } from "./model-manifest.ts";

// What the hub's answers mean (https://huggingface.co/docs/hub/api). Headers that it does not
// expose to pages are missing here, as `retry-after` is.

/** A file of a model as the hub lists it. It promises one of the two hashes. */
export interface HubFile {
  path: string;
  bytes: number;
  /** Of a large file, which lies outside of git. */
  sha256: string | null;
  /** Of a small file: what git calls its content. */
  gitSha1: string | null;
}

const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));

const entrySchema = v.object({
  type: v.literal("file"),
  path: modelPathSchema,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  oid: hex(40),
  lfs: v.optional(v.object({ oid: hex(64), size: v.number() })),
});
const listingSchema = v.array(
  v.union([entrySchema, v.object({ type: v.picklist(["directory", "submodule"]) })]),
);

/**
 * The files in a part of the hub's listing.
 * @throws v.ValiError for anything else, such as the page of a network that wants to be signed in to.
 */
export function parseListing(text: string): HubFile[] {
  const entries = v.parse(v.pipe(v.string(), v.parseJson(), listingSchema), text);
  return entries.flatMap((entry) => (entry.type === "file" ? [hubFile(entry)] : []));
}

function hubFile({ path, size, oid, lfs }: v.InferOutput<typeof entrySchema>): HubFile {
  if (lfs) return { path, bytes: lfs.size, sha256: lfs.oid, gitSha1: null };
  return { path, bytes: size, sha256: null, gitSha1: oid };
}

/**
 * The commit that a name such as `main` stands for.
 * @throws v.ValiError for anything else.
 */
export function parseCommit(text: string): string {
  return v.parse(v.pipe(v.string(), v.parseJson(), v.object({ sha: hex(40) })), text).sha;
}

/** The path of the listing's next part, from the header `link`; null if there is none. */
export function nextPage(link: string | null): string | null {
  const address = /<([^>]+)>\s*;\s*rel="?next"?/.exec(link ?? "")?.[1];
  if (address === undefined) return null;
  const { pathname, search } = new URL(address, "https://hub.invalid");
  return pathname + search;
}

const LONGEST_WAIT_MS = 10 * 60_000;

/** What the header `retry-after` asks for: seconds or a date; null if it says nothing. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT_MS) : null;
}

/**
 * Lets a good answer pass. `file` is the model's file that was asked for, or null; an answer of the
 * store is one that the hub sent us on to.
 * @throws AppError `download-gone` or `download-refused`; Interruption or NotAsPromised for what may
 *   go well another time.
 */
export function checkStatus(
  response: Response,
  { file, isOfStore }: { file: string | null; isOfStore: boolean },
): void {
  const { status, url } = response;
  if (response.ok) return;
  const facts = { ...(file === null ? {} : { file }), ...hostOf(url) };
  const message = `the hub answered ${status}`;
  if (status === 416 && file !== null) throw new NotAsPromised(file, message);
  if (status === 404 || status === 410) throw new AppError("download-gone", message, { facts });
  if (status === 401 || status === 403) {
    if (!isOfStore) throw new AppError("download-refused", message, { facts });
    // The hub's redirects are signed for a while only; the hub itself gives a new one.
    const outcome = new AppError("download-refused", message, { facts });
    throw new Interruption("broken-off", outcome);
  }
  if (status === 429 || status === 408 || status >= 500) {
    const wait = retryAfterMs(response.headers.get("retry-after"), Date.now());
    const outcome = new AppError("download-busy", message, { facts });
    throw new Interruption("busy", outcome, { retryAfterMs: wait });
  }
  throw new AppError("download-failed", message, { facts });
}

/**
 * At which byte of the file a body begins: where it was asked to, or at the first, from a server
 * that knows no ranges.
 * @throws NotAsPromised for another part, or for a part of a file of another size; AppError
 *   `download-not-hub` for a page.
 */
export function firstByteOf(response: Response, file: HubFile, fromByte: number): number {
  const { status, headers } = response;
  const lengthHeader = headers.get("content-length");
  const bodyBytes = lengthHeader === null ? null : Number(lengthHeader);
  if (status === 206) {
    const range = headers.get("content-range");
    // a store that hides the header from pages is taken by the length
    const isRight =
      range === null
        ? bodyBytes === file.bytes - fromByte
        : range === `bytes ${fromByte}-${file.bytes - 1}/${file.bytes}`;
    if (isRight) return fromByte;
    throw new NotAsPromised(file.path, `another part came: ${range ?? `${bodyBytes} bytes`}`);
  }
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  // of a small file nothing is kept before all of it was checked, so its length may stay untold
  const mayBeFile = bodyBytes === null ? file.bytes <= STEP_BYTES : bodyBytes === file.bytes;
  if (status === 200 && mayBeFile && !isPage) return 0;
  if (isPage) {
    const facts = { file: file.path, ...hostOf(response.url) };
    throw new AppError("download-not-hub", "a page came in place of a file", { facts });
  }
  throw new NotAsPromised(file.path, `status ${status} with ${lengthHeader} bytes`);
}

/** The host of an address, as a fact for the reader. */
export function hostOf(address: string): { host?: string } {
  return URL.canParse(address) ? { host: new URL(address).host } : {};
}
