import { createHash } from "node:crypto";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STEP_BYTES } from "../../../lib/models/model-manifest.ts";
import { production } from "../../e2e/launch.ts";

/** Another build of the extension, in a folder of its own. */
export interface OtherBuild {
  folder: string;
  remove(): void;
}

/**
 * The production build, but for what checking a stored model costs: in the worker that checks, the steps
 * of this model's large files are neither read to be checked nor hashed; their hashes are known.
 */
export function buildUnchecked(modelFolder: string): OtherBuild {
  const folder = mkdtempSync(join(tmpdir(), "sotto-unchecked-"));
  cpSync(production, folder, { recursive: true });
  const [worker] = globSync(join(folder, "assets/check-worker-*.js"));
  if (!worker) throw new Error("the build checks nothing");
  const known = JSON.stringify(stepHashes(modelFolder));
  const prelude = `(${knowHashes.toString()})(${known}, ${STEP_BYTES});`;
  writeFileSync(worker, `${prelude}\n${readFileSync(worker, "utf8")}`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The SHA-256 of each step of every file that has several, by the file's size. */
function stepHashes(modelFolder: string): Record<number, number[][]> {
  const files = globSync(join(modelFolder, "**/*.{json,onnx}")).map((path) => readFileSync(path));
  const large = files.filter(({ length }) => length > STEP_BYTES);
  return Object.fromEntries(large.map((bytes) => [bytes.length, hashesOf(bytes)]));
}

function hashesOf(bytes: Buffer): number[][] {
  const hashes: number[][] = [];
  for (let start = 0; start < bytes.length; start += STEP_BYTES) {
    const step = bytes.subarray(start, start + STEP_BYTES);
    hashes.push([...createHash("sha256").update(step).digest()]);
  }
  return hashes;
}

/** Runs in the worker. A check reads a step from its very beginning, and hashes it at once. */
function knowHashes(hashes: Record<number, number[][]>, stepBytes: number): void {
  const { read } = FileSystemSyncAccessHandle.prototype;
  const { digest } = SubtleCrypto.prototype;
  let foreknown: number[] | undefined;
  FileSystemSyncAccessHandle.prototype.read = function (buffer, options) {
    const sizeBytes = this.getSize();
    const at = options?.at ?? 0;
    const isStep = buffer.byteLength === Math.min(stepBytes, sizeBytes - at);
    foreknown = isStep && at % stepBytes === 0 ? hashes[sizeBytes]?.[at / stepBytes] : undefined;
    return foreknown ? buffer.byteLength : read.call(this, buffer, options);
  };
  SubtleCrypto.prototype.digest = async function (algorithm, bytes) {
    return foreknown ? new Uint8Array(foreknown).buffer : digest.call(this, algorithm, bytes);
  };
}

/** Part of the API of workers as it is seen inside of one. */
declare const FileSystemSyncAccessHandle: { prototype: SyncAccess };
interface SyncAccess {
  getSize(): number;
  read(this: SyncAccess, buffer: ArrayBufferView, options?: { at?: number }): number;
}
