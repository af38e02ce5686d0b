import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { Socket } from "node:net";
import type { Answer } from "./played-hub/answer.ts";
import {
  cachedFile,
  cachePath,
  hubHeaders,
  listing,
  modelInfo,
  notFound,
  store,
  storedFile,
  storeHeaders,
  storePath,
  unauthorized,
  whereFileIs,
} from "./played-hub/answers.ts";
import { pem } from "./played-hub/certificate.ts";
import { doHarm } from "./played-hub/do-harm.ts";
import { type Fault, Faults, type Room } from "./played-hub/faults.ts";
import type { HubFile, HubModel } from "./played-hub/hub-model.ts";
import { send } from "./played-hub/send.ts";

/** The hosts that are played. */
export const hubHosts: readonly string[] = ["huggingface.co", store];

/** A part of a file that went out. */
export interface Served {
  modelId: string;
  path: string;
  firstByte: number;
  bytes: number;
}

/** What a request is for; without a room it is none that faults are made for. */
interface Route {
  room?: Room;
  model?: HubModel;
  file?: HubFile;
  answer: Answer;
}

/**
 * A hub over HTTPS on this machine, with the shapes of the real one's answers: the listing with sizes
 * and hashes, redirects of small files to its own cache and of large ones to its store's signed
 * addresses, ranges. What it should do wrong it is told as data.
 */
export class PlayedHub {
  /** For how long a store's address is valid. */
  addressValidS = 3600;
  /** How fast the line to each who asks is. */
  lineBytesPerSecond = Infinity;
  #faults = new Faults([]);
  readonly #models: HubModel[];
  readonly #requests: string[] = [];
  readonly #served: Served[] = [];
  /** By port, because a reset has to be done below TLS. */
  readonly #sockets = new Map<number, Socket>();
  readonly #server: Server;

  /** A hub that offers these models, or another commit of one; `main` is the one that comes first. */
  constructor(...models: HubModel[]) {
    this.#models = models;
    this.#server = createServer({ key: pem, cert: pem }, (request, response) =>
      this.#answer(request, response),
    );
    this.#server.on("connection", (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.#sockets.set(port, socket);
      socket.on("close", () => this.#sockets.delete(port));
    });
  }

  /** Offers one more. */
  add(model: HubModel): void {
    this.#models.push(model);
  }

  /** From now on it does only this wrong. */
  fail(...faults: Fault[]): void {
    this.#faults = new Faults(faults);
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

  /** The parts of files that went out, without their redirects. */
  served(): readonly Served[] {
    return this.#served;
  }

  /** Ends all connections, also those that have fallen silent. */
  hangUp(): void {
    this.#server.closeAllConnections();
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

    const route = this.#route(request, url);
    const common = url.hostname === store ? storeHeaders : hubHeaders(request);
    const told = { ...route.answer, headers: { ...common, ...route.answer.headers } };
    const socket = this.#sockets.get(request.socket.remotePort ?? 0);
    const isHead = request.method === "HEAD";
    const bytes = send(this.#harmed(route, told), response, {
      isHead,
      socket,
      lineBytesPerSecond: this.lineBytesPerSecond,
    });
    if (route.room !== "bytes" || !route.model || !route.file) return;
    const { firstByte } = route.answer;
    this.#served.push({ modelId: route.model.id, path: route.file.path, firstByte, bytes });
  }

  #harmed({ room, model, file }: Route, told: Answer): Answer {
    if (!room) return told;
    const { firstByte, body } = told;
    const endByte = firstByte + body.length;
    const modelId = model?.id ?? "";
    const harms = this.#faults.strike({
      room,
      modelId,
      path: file?.path ?? "",
      firstByte,
      endByte,
    });
    const whole = file?.bytes ?? body;
    const other = (of: { path?: string; commit?: string }) =>
      this.#other(of, { modelId, path: file?.path ?? "" });
    return harms.reduce((told, harm) => doHarm(told, harm, { whole, other }), told);
  }

  #other(of: { path?: string; commit?: string }, than: { modelId: string; path: string }): Buffer {
    const model = this.#model(than.modelId, of.commit ?? "main");
    const bytes = model?.files.get(of.path ?? than.path)?.bytes;
    if (!bytes) throw new Error(`the hub has no other file for ${than.path}`);
    return bytes;
  }

  #route(request: IncomingMessage, url: URL): Route {
    const { hostname, pathname } = url;
    if (hostname === store) return this.#routeToStore(request, url);
    if (pathname.startsWith(cachePath)) return this.#routeToCache(request, pathname);
    const [, id = "", rest = "", tree, info] =
      /^\/api\/models\/([^/]+\/[^/]+)((?:\/tree\/([^/]+))|(?:\/revision\/([^/]+)))?$/.exec(
        pathname,
      ) ?? [];
    if (id) {
      const revision = decodeURIComponent(tree ?? info ?? "main");
      const room = rest.startsWith("/tree/") ? "listing" : "commit";
      const model = this.#model(id, revision);
      if (!model) return { room, answer: this.#missing(id) };
      return { room, model, answer: room === "listing" ? listing(model) : modelInfo(model) };
    }
    return this.#routeToFile(pathname);
  }

  #routeToFile(pathname: string): Route {
    const [, id = "", revision = "", path = ""] =
      /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const model = this.#model(id, decodeURIComponent(revision));
    if (!model) return { room: "redirect", answer: this.#missing(id) };
    const file = model.files.get(decodeURIComponent(path));
    if (!file) return { room: "redirect", model, answer: notFound("EntryNotFound") };
    const asked = { pathname, validS: this.addressValidS };
    return { room: "redirect", model, file, answer: whereFileIs(model, file, asked) };
  }

  #routeToCache(request: IncomingMessage, pathname: string): Route {
    const [owner = "", name = "", commit = "", ...path] = pathname
      .slice(cachePath.length)
      .split("/");
    const model = this.#model(`${owner}/${name}`, commit);
    const file = model?.files.get(path.join("/"));
    if (!model || !file) return { answer: notFound("EntryNotFound") };
    return { room: "bytes", model, file, answer: cachedFile(request, model, file) };
  }

  #routeToStore(request: IncomingMessage, url: URL): Route {
    const [commit, name] = url.pathname.slice(storePath.length).split("/");
    const model = this.#models.find((model) => model.commit === commit);
    const file = [...(model?.files.values() ?? [])].find(({ storeName }) => storeName === name);
    if (!model || !file) return { answer: notFound("EntryNotFound") };
    return { room: "bytes", model, file, answer: storedFile(request, url, file) };
  }

  /** The hub does not tell a model that is not there from one that needs an account. */
  #missing(id: string): Answer {
    const hasIt = this.#models.some((model) => model.id === id);
    return hasIt ? notFound("RevisionNotFound") : unauthorized("RepoNotFound");
  }

  #model(id: string, revision: string): HubModel | undefined {
    return this.#models.find(
      (model) => model.id === id && (revision === "main" || revision === model.commit),
    );
  }
}
