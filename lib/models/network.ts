import { AppError } from "../errors.ts";
import { checkStatus, hostOf } from "./hub-answers.ts";
import { isHubAddress, isHubOrigin } from "./hub-hosts.ts";
import { Interruption } from "./interruption.ts";
import { recordRequest } from "./ledger.ts";
import { isNetworkOff } from "./network-switch.ts";
import { Silence } from "./silence.ts";

// The only file of Sotto that may use the network. It runs in the download worker, which never
// sees text, and asks for files of models by name: nothing of what is read can be in a request.

/** After so long without a byte a connection is taken for broken. */
export const STALL_MS = 20_000;

/** What is asked for. */
interface Asking {
  path: string;
  /** What for, as the ledger tells the reader. */
  why: string;
  /** The model's file, for what the reader is told; null for a listing. */
  file: string | null;
  headers: Record<string, string>;
}

/** What becomes of the answer. */
interface Using<T> {
  signal: AbortSignal;
  /** Called with the head of a good answer; reads the body through `transfer`. */
  use: (response: Response, transfer: Transfer) => Promise<T>;
}

/**
 * Makes one request and uses its answer, with the ledger written before and after.
 * @throws AppError `download-gone`, `download-refused`, `download-blocked`, `download-failed`,
 *   `offline-for-good` or `cancelled`; Interruption for what may pass; what `use` throws.
 */
export async function request<T>(
  origin: string,
  asking: Asking,
  { signal, use }: Using<T>,
): Promise<T> {
  const url = origin + asking.path;
  await checkMayAsk(origin, url);
  let end = await recordRequest(url, asking.why);
  const transfer = new Transfer(url, asking.file, signal);
  let result = "broken off";
  try {
    const response = await transfer.begin(asking.headers);
    // Files lie elsewhere, and the hub sends us on. Where to is known only after it was asked.
    if (response.redirected) {
      await end({ bytes: 0, result: "sent on" });
      end = await recordRequest(response.url, asking.why);
    }
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
    await end({ bytes: transfer.bytes, result });
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
