import * as v from "valibot";
import { AppError } from "../errors.ts";
import { storeModel } from "./import-model.ts";
import { modelIdSchema, sumBytes } from "./model-manifest.ts";
import { hasWeights, isModelFile, requiredFiles } from "./weights.ts";

/** A file that the reader picked, or that is in what the reader picked. */
export interface PickedFile {
  /** Path inside the model, such as `onnx/model_q4.onnx`. */
  path: string;
  bytes: number;
  open(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** What an export writes beside a model's files, so that another machine knows which model it is. */
export const labelFile = "sotto-model.json";
const labelSchema = v.object({ id: modelIdSchema });
export type Label = v.InferOutput<typeof labelSchema>;

/**
 * Copies a model's files into Sotto's storage; what else lies beside them is left. Gives the
 * model's id: the one it was exported with, else `local/` and `name`.
 * @throws AppError `model-files-missing` if the files are not a chat model that Sotto can run, and
 *   what `storeModel` throws.
 */
export async function importFiles(
  picked: { name: string; files: readonly PickedFile[] },
  onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void,
  signal: AbortSignal,
): Promise<string> {
  const files = picked.files.filter(({ path }) => isModelFile(path));
  const paths = files.map(({ path }) => path);
  const missing = requiredFiles.find((path) => !paths.includes(path));
  if (missing !== undefined || !hasWeights(paths)) {
    const facts = missing === undefined ? {} : { file: missing };
    throw new AppError("model-files-missing", `of ${picked.files.length} files`, { facts });
  }
  const id = (await readLabel(picked.files)) ?? `local/${plainName(picked.name)}`;
  const totalBytes = sumBytes(files);
  let loadedBytes = 0;
  const onBytes = (bytes: number) => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes });
  };
  await storeModel(id, streams(files), { onBytes, signal });
  return id;
}

async function* streams(files: readonly PickedFile[]) {
  for (const { path, bytes, open } of files) yield { path, bytes, stream: open() };
}

/** The id that a model was exported with, or null if it was not. */
async function readLabel(files: readonly PickedFile[]): Promise<string | null> {
  const label = files.find(({ path }) => path === labelFile);
  if (!label || label.bytes > 10_000) return null;
  const text = await new Response(label.open()).text();
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), labelSchema), text);
  return parsed.success ? parsed.output.id : null;
}

/**
 * A name as part of a model id, as Transformers.js takes it: letters, digits, `-`, `_` and `.`, no
 * two signs in a row, none at an end, and not the ending of a repository.
 */
function plainName(name: string): string {
  const plain = name
    .slice(0, 96)
    .replaceAll(/[^\w.-]+/g, "-")
    .replaceAll(/([.-])[.-]+/g, "$1")
    .replaceAll(/^[.-]|[.-]$/g, "")
    .replace(/\.(?=(git|ipynb)$)/, "-");
  return plain || "model";
}
