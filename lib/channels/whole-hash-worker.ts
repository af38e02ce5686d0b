import * as v from "valibot";
import { AppError } from "../errors.ts";
import { type HashKind, hashKindSchema, type WholeHash } from "../models/whole-hash.ts";

// A hash in a worker of its own, so that it is made while the next bytes come. Each message is
// answered once, in order.

const bytesSchema = v.instance(Uint8Array<ArrayBuffer>);
const toHashWorkerSchema = v.variant("kind", [
  v.object({ kind: v.literal("start"), hash: hashKindSchema }),
  v.object({ kind: v.literal("add"), bytes: bytesSchema }),
  v.object({ kind: v.literal("digest") }),
]);
type ToHashWorker = v.InferOutput<typeof toHashWorkerSchema>;
/** Bytes are given back when they are added; a hash is told when it is asked for. */
const fromHashWorkerSchema = v.nullable(v.union([v.string(), bytesSchema]));
type FromHashWorker = v.InferOutput<typeof fromHashWorkerSchema>;

/** Lets the worker that started this one have it make a hash. */
export function serveWholeHash(start: (kind: HashKind) => Promise<WholeHash>): void {
  let turn: Promise<WholeHash | null> = Promise.resolve(null);

  async function obey(message: ToHashWorker, before: WholeHash | null): Promise<WholeHash> {
    const hash = message.kind === "start" ? await start(message.hash) : before;
    if (!hash) throw new AppError("unexpected", "no hash was begun");
    await answer(message, hash);
    return hash;
  }

  async function answer(message: ToHashWorker, hash: WholeHash): Promise<void> {
    switch (message.kind) {
      case "start":
        return postMessage(null);
      case "add": {
        const bytes = await hash.add(message.bytes);
        return postMessage(bytes, { transfer: [bytes.buffer] });
      }
      case "digest":
        return postMessage(await hash.digest());
    }
  }

  onmessage = ({ data }) => {
    const message = v.parse(toHashWorkerSchema, data);
    turn = turn.then((hash) => obey(message, hash));
  };
}

/** A hash in another worker, used as if it were here. */
export async function remoteWholeHash(worker: Worker, kind: HashKind): Promise<WholeHash> {
  const waiting: PromiseWithResolvers<FromHashWorker>[] = [];
  worker.onmessage = ({ data }) => waiting.shift()?.resolve(v.parse(fromHashWorkerSchema, data));
  worker.onerror = () => {
    for (const { reject } of waiting) reject(new AppError("unexpected", "the hash worker broke"));
  };
  const call = (message: ToHashWorker, transfer: Transferable[] = []) => {
    const answer = Promise.withResolvers<FromHashWorker>();
    waiting.push(answer);
    worker.postMessage(message, transfer);
    return answer.promise;
  };
  await call({ kind: "start", hash: kind });
  return {
    add: async (bytes) => v.parse(bytesSchema, await call({ kind: "add", bytes }, [bytes.buffer])),
    digest: async () => v.parse(v.string(), await call({ kind: "digest" })),
    end: () => worker.terminate(),
  };
}
