import * as v from "valibot";

/** A worker of the extension, which Playwright does not know of. */
export interface WorkerSession {
  /** What an expression comes to there, once it is settled. */
  evaluate(expression: string): Promise<unknown>;
  detach(): void;
}

const targetsSchema = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), url: v.string() })),
});
const attachedSchema = v.object({
  sessionId: v.string(),
  targetInfo: v.object({ url: v.string() }),
});
const evaluatedSchema = v.object({ result: v.object({ value: v.optional(v.unknown()) }) });

/**
 * Attaches to a worker that the offscreen page has started. It is found through its page, over a
 * connection of its own (https://chromedevtools.github.io/devtools-protocol/): workers are not among
 * the browser's targets.
 */
export async function attachToWorker(browserUrl: string, name: RegExp): Promise<WorkerSession> {
  const connection = await Connection.open(browserUrl);
  const { targetInfos } = v.parse(targetsSchema, await connection.send("Target.getTargets", {}));
  const page = targetInfos.find(({ url }) => url.endsWith("/offscreen.html"));
  if (!page) throw new Error("there is no offscreen page");
  const { targetId } = page;
  const attached = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const { sessionId: pageSession } = v.parse(v.object({ sessionId: v.string() }), attached);
  const worker = connection.once("Target.attachedToTarget", (params) => {
    const found = v.safeParse(attachedSchema, params);
    return found.success && name.test(found.output.targetInfo.url) ? found.output : null;
  });
  const options = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
  await connection.send("Target.setAutoAttach", options, pageSession);
  const { sessionId } = await worker;
  return {
    async evaluate(expression) {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const evaluated = await connection.send("Runtime.evaluate", params, sessionId);
      return v.parse(evaluatedSchema, evaluated).result.value;
    },
    detach: () => connection.close(),
  };
}

const messageSchema = v.object({
  id: v.optional(v.number()),
  method: v.optional(v.string()),
  params: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
});

/** The browser's protocol over a socket: answers by number, events by name. */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #listeners = new Set<(method: string, params: unknown) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      const message = v.parse(v.pipe(v.string(), v.parseJson(), messageSchema), data);
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message.result);
      for (const listener of this.#listeners) listener(message.method ?? "", message.params);
    });
  }

  static async open(url: string): Promise<Connection> {
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.addEventListener("open", resolve));
    return new Connection(socket);
  }

  send(method: string, params: object, sessionId?: string): Promise<unknown> {
    const id = ++this.#lastId;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** The first event of a name that `pick` makes something of. */
  once<T>(name: string, pick: (params: unknown) => T | null): Promise<T> {
    return new Promise((resolve) => {
      this.#listeners.add((method, params) => {
        const picked = method === name ? pick(params) : null;
        if (picked !== null) resolve(picked);
      });
    });
  }

  close(): void {
    this.#socket.close();
  }
}
