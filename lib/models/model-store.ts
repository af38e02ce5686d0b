import { AppError } from "../errors.ts";
import {
  changeManifest,
  fileAt,
  listModelFolders,
  type ModelFolder,
  notFoundToNull,
  readManifest,
  removeFileAt,
  removeJournalAt,
  removeModelFolder,
} from "./model-folders.ts";
import {
  isWhole,
  type KeptFile,
  type Manifest,
  sha256Of,
  STEP_BYTES,
  sumBytes,
} from "./model-manifest.ts";

/** A model on this machine, whole. */
export type StoredModel = Omit<Manifest, "arriving">;

/** What has come of a model whose download is not done. */
export interface HalfModel {
  id: string;
  revision: string;
  files: readonly KeptFile[];
}

/** Every whole model on this machine. */
export async function listStoredModels(): Promise<StoredModel[]> {
  const models = new Map<string, StoredModel>();
  for (const { manifest } of await readModels()) {
    const other = models.get(manifest.id)?.storedAtMs ?? 0;
    if (manifest.files.length > 0 && manifest.storedAtMs >= other)
      models.set(manifest.id, manifest);
  }
  return [...models.values()]
    .map(({ id, revision, storedAtMs, files }) => ({ id, revision, storedAtMs, files }))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

/** Every download that is not done, with what has come of it. */
export async function listHalfModels(): Promise<HalfModel[]> {
  return (await readModels())
    .filter(({ manifest }) => manifest.arriving.length > 0)
    .map(({ manifest: { id, revision, arriving } }) => ({ id, revision, files: arriving }));
}

/** The files of a stored model; empty if it is not there or not whole. */
export async function listModelFiles(id: string): Promise<readonly KeptFile[]> {
  return (await findStored(id))?.manifest.files ?? [];
}

/** One file of a stored model, or null if the model has no such file. */
export async function openModelFile(id: string, path: string): Promise<File | null> {
  const stored = await findStored(id);
  if (!stored?.manifest.files.some((file) => file.path === path)) return null;
  return readFile(stored.folder, path);
}

/** Where one file of a stored model lies, or null if the model has no such file. */
export async function findModelFile(
  id: string,
  path: string,
): Promise<FileSystemFileHandle | null> {
  const stored = await findStored(id);
  if (!stored?.manifest.files.some((file) => file.path === path)) return null;
  return fileAt(stored.folder.handle, path).catch(notFoundToNull);
}

/** Removes a model and all of its files; nothing happens if it is not there. */
export async function removeModel(id: string): Promise<void> {
  for (const folder of await listModelFolders())
    if (folder.id === id) await removeModelFolder(folder);
}

/** Removes what has come of a download that is not done; a whole model of that name stays. */
export async function removeHalfModel(id: string): Promise<void> {
  for (const { folder, manifest } of await readModels(id)) {
    if (manifest.files.length === 0) await removeModelFolder(folder);
    else {
      const kept = new Set(manifest.files.map(({ path }) => path));
      await changeManifest(folder, (manifest) => ({ ...manifest, arriving: [] }));
      for (const { path } of manifest.arriving)
        if (!kept.has(path)) await removeFileAt(folder.handle, path);
    }
  }
}

/**
 * Removes a file that is not what was stored. The model is then no longer whole, and its download
 * fetches this file only.
 */
export async function dropFile(id: string, path: string): Promise<void> {
  const stored = await findStored(id);
  if (!stored) return;
  await changeManifest(stored.folder, (manifest) => withoutFile(manifest, path));
  await removeFileAt(stored.folder.handle, path);
}

/**
 * Reads a stored model and compares it with what was stored, step by step. Files that are not are
 * dropped; gives their paths.
 * @throws AppError `cancelled`.
 */
export async function verifyModel(
  id: string,
  onProgress: (progress: { loadedBytes: number; totalBytes: number }) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const files = await listModelFiles(id);
  const totalBytes = sumBytes(files);
  const bad: string[] = [];
  let loadedBytes = 0;
  for (const kept of files) {
    const onStep = (bytes: number) => {
      if (signal.aborted) throw new AppError("cancelled", "the reader stopped it");
      loadedBytes += bytes;
      onProgress({ loadedBytes, totalBytes });
    };
    if (!(await isAsStored(await openModelFile(id, kept.path), kept, onStep))) bad.push(kept.path);
  }
  for (const path of bad) await dropFile(id, path);
  return bad;
}

async function isAsStored(
  file: File | null,
  kept: KeptFile,
  onStep: (bytes: number) => void,
): Promise<boolean> {
  if (file?.size !== kept.bytes || !isWhole(kept)) return false;
  for (const [index, expected] of kept.stepSha256.entries()) {
    const step = file.slice(index * STEP_BYTES, (index + 1) * STEP_BYTES);
    if ((await sha256Of(await step.arrayBuffer())) !== expected) return false;
    onStep(step.size);
  }
  return true;
}

function withoutFile(manifest: Manifest, path: string): Manifest {
  const known = new Map([...manifest.files, ...manifest.arriving].map((file) => [file.path, file]));
  const arriving = [...known.values()].map((file) =>
    file.path === path ? { ...file, stepSha256: [] } : file,
  );
  return { ...manifest, files: [], arriving };
}

/**
 * Makes a model of what has arrived in a folder, if all of it is whole, in place of other revisions
 * of the same model. Files of it that were there before are kept. Gives whether it is whole now.
 */
export async function finishModel(folder: ModelFolder): Promise<boolean> {
  const { files, arriving } = await changeManifest(folder, (manifest) => {
    if (!manifest.arriving.every(isWhole)) return manifest;
    const byPath = [...manifest.files, ...manifest.arriving].map(
      (file) => [file.path, file] as const,
    );
    const files = [...new Map(byPath).values()];
    return { ...manifest, storedAtMs: Date.now(), files, arriving: [] };
  });
  if (arriving.length > 0) return false;
  for (const { path } of files) await removeJournalAt(folder.handle, path);
  for (const other of await listModelFolders())
    if (other.id === folder.id && other.revision !== folder.revision)
      await removeModelFolder(other);
  return true;
}

interface ModelOnDisk {
  folder: ModelFolder;
  manifest: Manifest;
}

async function findStored(id: string): Promise<ModelOnDisk | undefined> {
  const [newest] = (await readModels(id))
    .filter(({ manifest }) => manifest.files.length > 0)
    .toSorted((a, b) => b.manifest.storedAtMs - a.manifest.storedAtMs);
  return newest;
}

async function readModels(id?: string): Promise<ModelOnDisk[]> {
  const models: ModelOnDisk[] = [];
  for (const folder of await listModelFolders()) {
    if (id !== undefined && folder.id !== id) continue;
    const manifest = await readManifest(folder);
    if (manifest) models.push({ folder, manifest });
  }
  return models;
}

async function readFile(folder: ModelFolder, path: string): Promise<File | null> {
  const handle = await fileAt(folder.handle, path).catch(notFoundToNull);
  return handle && handle.getFile();
}
