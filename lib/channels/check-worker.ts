import * as v from "valibot";
import { AppError, type WireError, wireErrorSchema } from "../errors.ts";
import type { FindBadFile } from "../models/find-bad-file.ts";
import { type KeptFile, keptFileSchema } from "../models/model-manifest.ts";

// A stored model is checked in a worker of its own, while another one loads it. Once in its life.

const toCheckWorkerSchema = v.object({ modelId: v.string(), files: v.array(keptFileSchema) });
type ToCheckWorker = { modelId: string; files: readonly KeptFile[] };

const fromCheckWorkerSchema = v.variant("kind", [
  v.object({ kind: v.literal("compared"), bytes: v.number() }),
  v.object({ kind: v.literal("checked"), badPath: v.nullable(v.string()) }),
  v.object({ kind: v.literal("failed"), error: wireErrorSchema }),
]);
type FromCheckWorker =
  | { kind: "compared"; bytes: number }
  | { kind: "checked"; badPath: string | null }
  | { kind: "failed"; error: WireError };

/** Lets the worker that started this one have a model checked. */
export function serveCheck(findBadFile: FindBadFile): void {
  const send = (message: FromCheckWorker) => postMessage(message);

  onmessage = async ({ data }) => {
    try {
      const { modelId, files } = v.parse(toCheckWorkerSchema, data);
      const onBytes = (bytes: number) => send({ kind: "compared", bytes });
      send({ kind: "checked", badPath: await findBadFile(modelId, files, onBytes) });
    } catch (thrown) {
      send({ kind: "failed", error: AppError.from(thrown).toWire() });
    }
  };
}

/** Has another worker check a model; it is ended afterwards. */
export function remoteCheck(worker: Worker): FindBadFile {
  return async (modelId, files, onBytes) => {
    const { promise, resolve, reject } = Promise.withResolvers<string | null>();
    worker.onerror = () => reject(new AppError("unexpected", "the check broke"));
    worker.onmessage = ({ data }) => {
      const parsed = v.safeParse(fromCheckWorkerSchema, data);
      if (!parsed.success) return reject(new AppError("unexpected", "the check told nonsense"));
      const message = parsed.output;
      switch (message.kind) {
        case "compared":
          return onBytes(message.bytes);
        case "checked":
          return resolve(message.badPath);
        case "failed":
          return reject(AppError.fromWire(message.error));
      }
    };
    worker.postMessage({ modelId, files } satisfies ToCheckWorker);
    try {
      return await promise;
    } finally {
      worker.terminate();
    }
  };
}
