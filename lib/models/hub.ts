import * as v from "valibot";
import { AppError } from "../errors.ts";
import { hubOrigin } from "./hub-hosts.ts";
import { recordRequest } from "./ledger.ts";

// The only file of Sotto that may use the network. It runs in the download worker, which never
// sees text, and asks for files of models by name: nothing of what is read can be in a request.

/** A file of a model as the hub lists it. */
export interface HubFile {
  path: string;
  bytes: number;
}

const treeSchema = v.array(
  v.object({ type: v.string(), path: v.string(), size: v.optional(v.number(), 0) }),
);

/**
 * The files of a model at a revision, with their sizes, by the hub's listing
 * (https://huggingface.co/docs/hub/api, `/api/models/{id}/tree/{revision}`).
 * @throws AppError `download-failed`.
 */
export async function listHubFiles(
  modelId: string,
  revision: string,
  signal: AbortSignal,
): Promise<HubFile[]> {
  const path = `/api/models/${modelId}/tree/${encodeURIComponent(revision)}?recursive=true`;
  const response = await request(path, "to see which files a model has", signal);
  const tree = await parseListing(response);
  return tree
    .filter(({ type }) => type === "file")
    .map(({ path, size }) => ({ path, bytes: size }));
}

/** A network that the reader has yet to sign in to answers 200, with a page of its own. */
async function parseListing(response: Response): Promise<v.InferOutput<typeof treeSchema>> {
  try {
    return v.parse(treeSchema, await response.json());
  } catch (thrown) {
    throw AppError.from(thrown, "download-failed");
  }
}

/**
 * One file of a model as it arrives.
 * @throws AppError `download-failed`.
 */
export async function fetchHubFile(
  modelId: string,
  file: { revision: string; path: string },
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const path = `/${modelId}/resolve/${encodeURIComponent(file.revision)}/${file.path}`;
  const { body } = await request(path, "to fetch a model", signal);
  if (!body) throw new AppError("download-failed", "the hub sent nothing");
  return body;
}

async function request(path: string, why: string, signal: AbortSignal): Promise<Response> {
  await recordRequest({ url: hubOrigin + path, why, atMs: Date.now() });
  try {
    const response = await fetch(hubOrigin + path, {
      signal,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    // Files lie elsewhere, and the hub sends us on. Where to is known only after it was asked.
    if (response.redirected)
      await recordRequest({ url: unsigned(response.url), why, atMs: Date.now() });
    if (!response.ok) throw new AppError("download-failed", `the hub answered ${response.status}`);
    return response;
  } catch (thrown) {
    throw AppError.from(thrown, "download-failed");
  }
}

/** An address without what it is signed with, which is long and tells nothing. */
function unsigned(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
