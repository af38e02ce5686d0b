import * as v from "valibot";

/** Files arrive, are kept and are checked in steps of this many bytes; the last one is shorter. */
export const STEP_BYTES = 8 * 1024 * 1024;

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const gitSha1Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));

/** Path inside a model, such as `onnx/model_q4.onnx`; never one that leads out of it. */
export const modelPathSchema = v.pipe(
  v.string(),
  v.check((path) => path.split("/").every((name) => !["", ".", ".."].includes(name))),
);

/** A model's name as on the hub, `organization/model`; `local/model` for one that no hub has. */
export const modelIdSchema = v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/));

/** A file of a model, with what of it is on this machine. */
export const keptFileSchema = v.object({
  path: modelPathSchema,
  bytes: v.number(),
  /** Of the whole file, as the hub promises it; null where it promises another hash, or none. */
  sha256: v.nullable(sha256Schema),
  /** The name that git gives the content, which is what the hub promises of small files. */
  gitSha1: v.nullable(gitSha1Schema),
  /**
   * SHA-256 of each step as it arrived, from the first. The last step is named only when the whole
   * file is what was promised, so a file with all steps is whole.
   */
  stepSha256: v.array(sha256Schema),
});
export type KeptFile = v.InferOutput<typeof keptFileSchema>;

/** What `model.json` tells of the files beside it: one revision of one model. */
export const manifestSchema = v.object({
  id: v.string(),
  revision: v.string(),
  /** When the model became whole, in milliseconds since 1970; 0 before. */
  storedAtMs: v.number(),
  /** Whole files, with which the model can run; none before the first download is done. */
  files: v.array(keptFileSchema),
  /** All files of a download that is not done, those included that are whole already. */
  arriving: v.array(keptFileSchema),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Whether a model was copied from this machine, so that no hub has it. */
export function isLocal(id: string): boolean {
  return id.startsWith("local/");
}

/** How many steps a file has; an empty file has one, which is empty. */
export function stepsIn(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / STEP_BYTES));
}

/** Whether all of a file is here, and was what it should be. */
export function isWhole({ bytes, stepSha256 }: KeptFile): boolean {
  return stepSha256.length === stepsIn(bytes);
}

/** Bytes of a file that are on the disk and verified. */
export function keptBytes({ bytes, stepSha256 }: KeptFile): number {
  return Math.min(bytes, stepSha256.length * STEP_BYTES);
}

/** Bytes of files together. */
export function sumBytes(files: readonly { bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes of files together that are on the disk and verified. */
export function sumKeptBytes(files: readonly KeptFile[]): number {
  return files.reduce((sum, file) => sum + keptBytes(file), 0);
}

/** SHA-256 of some bytes, in hexadecimal digits. */
export async function sha256Of(bytes: BufferSource): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Bytes as hexadecimal digits, two each. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
