import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";

const pages = join(import.meta.dirname, "../fixtures/pages");

/** Hosts that browsers ask by themselves, whatever is installed. */
const browsersOwn = /(^|\.)(google|googleapis|gstatic|gvt1|chromium|microsoft)\.\w+$/;

/** Serves one more page; `path` is that of its URL. Bytes are a PDF. */
export type PageMaker = (path: string) => string | Buffer | null;

/**
 * To a browser, the whole network: every request goes through it, nothing passes it, and each is
 * kept. Any http host serves the pages of `tests/fixtures/pages` by their file names; an https
 * host has to be played by another server.
 */
export class RecordingProxy {
  readonly #requests: string[] = [];
  readonly #server: Server;
  readonly #makePage: PageMaker;
  readonly #played = new Map<string, number>();

  constructor(makePage: PageMaker = () => null) {
    this.#makePage = makePage;
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on("connect", (request, socket) => this.#connect(request.url ?? "", socket));
  }

  /** Has a server on this machine play an https host. */
  play(host: string, port: number): void {
    this.#played.set(`${host}:443`, port);
  }

  /** Begins to listen; gives `host:port` for the browser's settings. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (typeof address !== "object" || !address) throw new Error("the proxy has no port");
    return `127.0.0.1:${address.port}`;
  }

  /** Everything that was asked for, but for what the browser asks of its maker. */
  requests(): readonly string[] {
    return this.#requests;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", "http://unknown.example");
    this.#record(url.href);
    const page = this.#makePage(url.pathname) ?? readPage(url.pathname);
    response.statusCode = page === null ? 404 : 200;
    const isPdf = page instanceof Buffer;
    response.setHeader("content-type", isPdf ? "application/pdf" : "text/html; charset=utf-8");
    response.end(page ?? "");
  }

  #connect(host: string, socket: Duplex): void {
    this.#record(`https://${host}`);
    // Browsers drop connections as they close, also those that were refused.
    socket.on("error", () => socket.destroy());
    const port = this.#played.get(host);
    if (port === undefined) return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const server = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      socket.pipe(server).pipe(socket);
    });
    // A reset on one side is a reset on the other.
    server.on("error", () =>
      socket instanceof Socket ? socket.resetAndDestroy() : socket.destroy(),
    );
    socket.on("error", () => server.destroy());
  }

  #record(url: string): void {
    if (!browsersOwn.test(new URL(url).hostname)) this.#requests.push(url);
  }
}

function readPage(path: string): string | null {
  if (!/^\/[\w-]+\.html$/.test(path)) return null;
  try {
    return readFileSync(join(pages, path), "utf8");
  } catch {
    return null; // a page that no fixture has is the 404 of this network
  }
}
