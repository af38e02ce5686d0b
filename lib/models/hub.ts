import { AppError } from "../errors.ts";
import {
  firstByteOf,
  hostOf,
  type HubFile,
  nextPage,
  parseCommit,
  parseListing,
} from "./hub-answers.ts";
import { NotAsPromised } from "./interruption.ts";
import { request } from "./network.ts";

// What is asked of the hub (https://huggingface.co/docs/hub/api): models and their files, by name.

/** One revision of a model, and where to ask for it. */
export interface ModelAtHub {
  /** One of the origins that the build lists. */
  origin: string;
  modelId: string;
  revision: string;
}

/**
 * The commit that a model's `main` stands for now (`/api/models/{id}/revision/{name}`).
 * @throws as `listHubFiles`.
 */
export async function findCommit(model: ModelAtHub, signal: AbortSignal): Promise<string> {
  const path = `/api/models/${model.modelId}/revision/${encodeURIComponent(model.revision)}`;
  const answer = await askForJson(model, { path, why: "to see which version is newest" }, signal);
  return parseOrPortal(answer, parseCommit);
}

/**
 * The files of a model at a revision, with their sizes and hashes
 * (`/api/models/{id}/tree/{revision}`).
 * @throws AppError `download-gone`, `download-refused`, `download-not-hub`, `download-blocked`,
 *   `download-failed`, `offline-for-good` or `cancelled`; Interruption for what may pass.
 */
export async function listHubFiles(model: ModelAtHub, signal: AbortSignal): Promise<HubFile[]> {
  const revision = encodeURIComponent(model.revision);
  const files: HubFile[] = [];
  let path: string | null = `/api/models/${model.modelId}/tree/${revision}?recursive=true`;
  while (path !== null) {
    const answer: JsonAnswer = await askForJson(
      model,
      { path, why: "to see which files a model has" },
      signal,
    );
    files.push(...parseOrPortal(answer, parseListing));
    path = nextPage(answer.link);
  }
  return files;
}

/**
 * Hands on what comes of a file from `fromByte` to its end; gives when all of it has come. The hub
 * is asked anew each time, because where it redirects to is signed for a while only.
 * @throws as `listHubFiles`, and NotAsPromised, before a byte is handed on, when the answer is not
 *   that part of that file.
 */
export async function readHubFile(
  model: ModelAtHub,
  part: { file: HubFile; fromByte: number },
  options: { onBytes: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>; signal: AbortSignal },
): Promise<void> {
  const { file, fromByte } = part;
  const revision = encodeURIComponent(model.revision);
  const name = file.path.split("/").map(encodeURIComponent).join("/");
  const path = `/${model.modelId}/resolve/${revision}/${name}`;
  const headers = { range: `bytes=${fromByte}-` };
  const asked = { path, why: "to fetch a model", file: file.path, headers };
  await request(model.origin, asked, {
    signal: options.signal,
    use: async (response, transfer) => {
      let skipBytes = fromByte - firstByteOf(response, file, fromByte);
      let missingBytes = file.bytes - fromByte;
      await transfer.read(response, async (chunk) => {
        const rest = chunk.subarray(Math.min(skipBytes, chunk.byteLength));
        skipBytes -= chunk.byteLength - rest.byteLength;
        missingBytes -= rest.byteLength;
        if (missingBytes < 0) throw new NotAsPromised(file.path, "too many bytes came");
        if (rest.byteLength > 0) await options.onBytes(rest);
      });
      if (missingBytes > 0) throw transfer.brokenOff(`${missingBytes} bytes are missing`);
    },
  });
}

interface JsonAnswer {
  text: string;
  link: string | null;
  url: string;
}

async function askForJson(
  { origin }: ModelAtHub,
  what: { path: string; why: string },
  signal: AbortSignal,
): Promise<JsonAnswer> {
  return request(
    origin,
    { ...what, file: null, headers: {} },
    {
      signal,
      use: async (response, transfer) => {
        const decoder = new TextDecoder();
        let text = "";
        await transfer.read(response, async (chunk) => {
          text += decoder.decode(chunk, { stream: true });
        });
        return { text, link: response.headers.get("link"), url: response.url };
      },
    },
  );
}

/** A network that the reader has yet to sign in to answers 200, with a page of its own. */
function parseOrPortal<T>({ text, url }: JsonAnswer, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (cause) {
    throw new AppError("download-not-hub", "no listing of the hub", { cause, facts: hostOf(url) });
  }
}
