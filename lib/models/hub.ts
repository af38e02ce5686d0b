import { AppError } from "../errors.ts";
import {
  checkStatus,
  firstByteOf,
  hostOf,
  type HubFile,
  nextPage,
  parseCommit,
  parseListing,
} from "./hub-answers.ts";
import { isHubAddress, isHubOrigin } from "./hub-hosts.ts";
import { Interruption, NotAsPromised } from "./interruption.ts";
import { recordRequest } from "./ledger.ts";
import { isNetworkOff } from "./network-switch.ts";
import { Silence } from "./silence.ts";

// The only file of Sotto that may use the network. It runs in the download worker, which never
// sees text, and asks for files of models by name: nothing of what is read can be in a request.

/** After so long without a byte a connection is taken for broken. */
export const STALL_MS = 20_000;

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

interface Asking {
  path: string;
  why: string;
  /** The model's file, for what the reader is told; null for a listing. */
  file: string | null;
  headers: Record<string, string>;
}

interface Using<T> {
  signal: AbortSignal;
  use: (response: Response, transfer: Transfer) => Promise<T>;
}

/** Makes one request and uses its answer, with the ledger written before and after. */
async function request<T>(origin: string, asking: Asking, { signal, use }: Using<T>): Promise<T> {
  const url = origin + asking.path;
  await checkMayAsk(origin, url);
  const ends = [await recordRequest(url, asking.why)];
  const transfer = new Transfer(url, asking.file, signal);
  let result = "broken off";
  try {
    const response = await transfer.begin(asking.headers);
    // Files lie elsewhere, and the hub sends us on. Where to is known only after it was asked.
    if (response.redirected) ends.push(await recordRequest(response.url, asking.why));
    result = response.ok ? "stopped" : `refused ${response.status}`;
    checkStatus(response, { file: asking.file, isOfStore: transfer.isElsewhere(response) });
    const used = await use(response, transfer);
    result = "ok";
    return used;
  } catch (thrown) {
    if (thrown instanceof Interruption && thrown.why !== "busy") result = "broken off";
    throw signal.aborted ? new AppError("cancelled", "the reader stopped it") : thrown;
  } finally {
    transfer.end();
    for (const end of ends) await end({ bytes: transfer.bytes, result });
  }
}

async function checkMayAsk(origin: string, url: string): Promise<void> {
  if (!isHubOrigin(origin))
    throw new AppError("download-blocked", "no hub of this build", { facts: hostOf(url) });
  if (await isNetworkOff()) throw new AppError("offline-for-good", "the network is switched off");
  if (navigator.onLine === false)
    throw new Interruption("offline", new AppError("download-offline", "there is no network"));
}

/** One request under way: it ends after too long a silence, and counts its bytes. */
class Transfer {
  /** Bytes of the body that have come. */
  bytes = 0;
  readonly #url: string;
  readonly #file: string | null;
  readonly #abort = new AbortController();
  readonly #silence = new Silence(STALL_MS, () => this.#abort.abort());
  readonly #signal: AbortSignal;

  constructor(url: string, file: string | null, signal: AbortSignal) {
    this.#url = url;
    this.#file = file;
    this.#signal = AbortSignal.any([signal, this.#abort.signal]);
  }

  /** Sends the request; gives the answer's head. */
  async begin(headers: Record<string, string>): Promise<Response> {
    const policy = watchPolicy();
    try {
      const response = await this.#heard(() =>
        fetch(this.#url, {
          headers,
          signal: this.#signal,
          credentials: "omit",
          referrerPolicy: "no-referrer",
          cache: "no-store",
        }),
      );
      if (response.redirected && !isHubAddress(response.url)) throw this.#blocked(response.url);
      return response;
    } catch (thrown) {
      const blockedAddress = await policy.blocked();
      throw blockedAddress === null ? thrown : this.#blocked(blockedAddress);
    } finally {
      policy.stop();
    }
  }

  /** Hands on the body as it comes. */
  async read(
    { body }: Response,
    onBytes: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  ): Promise<void> {
    const reader = body?.getReader();
    if (!reader) return;
    for (;;) {
      const { done, value } = await this.#heard(() => reader.read());
      if (done) return;
      this.bytes += value.byteLength;
      await onBytes(value);
    }
  }

  /** Whether an answer came from where the hub sent us on to. */
  isElsewhere({ redirected, url }: Response): boolean {
    return redirected && new URL(url).origin !== new URL(this.#url).origin;
  }

  /** A failure of the connection, which another request may not have. */
  brokenOff(message: string, cause?: unknown): Interruption {
    const facts = { ...hostOf(this.#url), ...(this.#file === null ? {} : { file: this.#file }) };
    const outcome = new AppError("download-failed", message, { cause, facts });
    return new Interruption("broken-off", outcome);
  }

  /** Lets go of the connection, whatever still comes of it. */
  end(): void {
    this.#silence.stop();
    this.#abort.abort();
  }

  /** Waits for the connection, which is given up after too long a silence. */
  async #heard<T>(wait: () => Promise<T>): Promise<T> {
    this.#silence.begin();
    try {
      return await wait();
    } catch (thrown) {
      throw this.brokenOff(thrown instanceof Error ? thrown.message : String(thrown), thrown);
    } finally {
      this.#silence.end();
    }
  }

  #blocked(address: string): AppError {
    const host = isHubAddress(address) ? {} : hostOf(address); // a page may not know where it was sent
    const facts = { ...host, ...(this.#file === null ? {} : { file: this.#file }) };
    return new AppError("download-blocked", "sent to a host that is not listed", { facts });
  }
}

/** Notices a redirect that the policy refuses, which looks like any failure of the network. */
function watchPolicy(): { blocked(): Promise<string | null>; stop(): void } {
  const watching = new AbortController();
  let blockedAddress: string | null = null;
  const onViolation = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    blockedAddress = blockedURI;
  };
  const { signal } = watching;
  addEventListener("securitypolicyviolation", onViolation, { signal });
  return {
    async blocked() {
      // the event is a task of its own and may come after the failure
      await new Promise((resolve) => setTimeout(resolve, 0));
      return blockedAddress;
    },
    stop: () => watching.abort(),
  };
}
