import { createHash, X509Certificate } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { join } from "node:path";

const pem = readFileSync(join(import.meta.dirname, "hub-certificate.pem"), "utf8");

/** Where the hub sends whoever asks for a large file. */
const store = "cas-bridge.xethub.hf.co";

/** The hosts that are played. */
export const hubHosts: readonly string[] = ["huggingface.co", store];

/** Has a browser take the played hub for the real one. */
export const trustingHub: readonly string[] = [
  `--ignore-certificate-errors-spki-list=${hashOfKey(pem)}`,
];

/** How the hub answers: as it should, or in one of the ways in which networks fail. */
export type Mood =
  | "well"
  /** 503 to everything. */
  | "busy"
  /** 503 to files only. */
  | "files-busy"
  /** 200 to everything, with the page of a network that wants to be signed in to first. */
  | "captive"
  /** Half of the weights, and then the connection is closed as if that were all. */
  | "cut-short"
  /** Half of the weights, and then the connection breaks. */
  | "breaks-off"
  /** Half of the weights, and then nothing more. */
  | "stalls";

/** Files that model repositories have and no device needs; they are listed and never served. */
const besides = [
  { path: ".gitattributes", bytes: 1_519 },
  { path: "README.md", bytes: 4_116 },
  { path: "model.safetensors", bytes: 723_674_912 },
  { path: "onnx/model.onnx", bytes: 1_447_632_112 },
  { path: "onnx/model_fp16.onnx", bytes: 724_031_556 },
];

/**
 * A hub with one model, over HTTPS on this machine: its listing, its files, and the redirects that
 * the real one answers with, of small files to its own cache and of large ones to another host.
 */
export class PlayedHub {
  mood: Mood = "well";
  readonly #requests: string[] = [];
  readonly #server: Server;
  readonly #modelId: string;
  readonly #folder: string;

  /** A hub that offers the files of `folder` as the model `modelId`. */
  constructor(modelId: string, folder: string) {
    this.#modelId = modelId;
    this.#folder = folder;
    this.#server = createServer({ key: pem, cert: pem }, (request, response) =>
      this.#answer(request, response),
    );
  }

  /** Begins to listen; gives the port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (typeof address !== "object" || !address) throw new Error("the hub has no port");
    return address.port;
  }

  /** Everything that was asked of any of its hosts: method, address and what was sent along. */
  requests(): readonly string[] {
    return this.#requests;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(`https://${request.headers.host}${request.url}`);
    let sent = "";
    for await (const chunk of request) sent += chunk;
    this.#requests.push(`${request.method} ${url.href}${sent && ` ${sent}`}`);
    // The real hub lets every origin read it, as pages that run models need.
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");

    const isListing = url.pathname.startsWith("/api/models/");
    if (this.mood === "busy" || (this.mood === "files-busy" && !isListing))
      return void response.writeHead(503).end("Service Unavailable");
    if (this.mood === "captive") return sendPage(response);
    this.#serve(url, response);
  }

  #serve(url: URL, response: ServerResponse): void {
    const files = `/${this.#modelId}/resolve/main/`;
    const cached = `/api/resolve-cache/models/${this.#modelId}/12fd25f7/`;
    const stored = "/xet-bridge-us/";
    const { hostname, pathname } = url;

    if (hostname === store && pathname.startsWith(stored))
      return this.#sendFile(pathname.slice(stored.length), response);
    if (pathname === `/api/models/${this.#modelId}/tree/main`) return this.#sendListing(response);
    if (pathname.startsWith(cached)) return this.#sendFile(pathname.slice(cached.length), response);
    if (!pathname.startsWith(files)) return void response.writeHead(404).end();
    const path = pathname.slice(files.length);
    const target = isLarge(path) ? `https://${store}${stored}${path}?X-Signature=s` : cached + path;
    response.writeHead(isLarge(path) ? 302 : 307, { location: target }).end(`to ${target}`);
  }

  #sendListing(response: ServerResponse): void {
    const entry = ({ path, bytes }: { path: string; bytes: number }) => {
      const oid = createHash("sha1").update(path).digest("hex");
      const lfs = { oid: createHash("sha256").update(path).digest("hex"), size: bytes };
      return { type: "file", oid, size: bytes, path, ...(isLarge(path) ? { lfs } : {}) };
    };
    const tree = [
      { type: "directory", oid: "0", size: 0, path: "onnx" },
      ...[...this.#files(), ...besides].map(entry),
    ];
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(JSON.stringify(tree));
  }

  #sendFile(path: string, response: ServerResponse): void {
    if (!this.#files().some((file) => file.path === path))
      return void response.writeHead(404).end();
    const bytes = readFileSync(join(this.#folder, path));
    response.setHeader("content-type", "application/octet-stream");
    const half = bytes.subarray(0, bytes.length / 2);
    if (!isLarge(path) || !["cut-short", "breaks-off", "stalls"].includes(this.mood)) {
      response.setHeader("content-length", bytes.length);
      return void response.end(bytes);
    }
    if (this.mood !== "cut-short") {
      response.setHeader("content-length", bytes.length);
      response.write(half, () => this.mood === "breaks-off" && response.destroy());
      return;
    }
    // Without a length or chunks only the end of the connection says where the file ends.
    response.useChunkedEncodingByDefault = false;
    response.setHeader("connection", "close");
    response.end(half);
  }

  #files(): { path: string; bytes: number }[] {
    return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: file.slice(this.#folder.length + 1).replaceAll("\\", "/"),
        bytes: statSync(file).size,
      }));
  }
}

/** What the hub keeps outside of git, and redirects to its store. */
function isLarge(path: string): boolean {
  return /\.(onnx|safetensors)$/.test(path);
}

function sendPage(response: ServerResponse): void {
  response.setHeader("content-type", "text/html");
  response.end("<!doctype html><title>Wi-Fi</title><h1>Sign in to the hotel's network</h1>");
}

/** The name of a key in Chromium's settings: the hash of its public half. */
function hashOfKey(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
