import * as v from "valibot";
import {
  isWhole,
  type KeptFile,
  type Manifest,
  manifestSchema,
  stepsIn,
} from "./model-manifest.ts";
import { journalPath, readJournal } from "./step-journal.ts";

// Where models lie in this browser's private file system (OPFS): a folder of `models` for each
// revision of each model, with its files and its manifest.

const MANIFEST = "model.json";

/** One revision of one model on this machine. */
export interface ModelFolder {
  id: string;
  revision: string;
  handle: FileSystemDirectoryHandle;
}

/** Every folder of models, whole or not. */
export async function listModelFolders(): Promise<ModelFolder[]> {
  const folders: ModelFolder[] = [];
  for await (const handle of (await modelsFolder()).values())
    if (handle.kind === "directory") folders.push(describe(handle));
  return folders;
}

/** The folder of one revision of a model, made where it is not there. */
export async function openModelFolder(id: string, revision: string): Promise<ModelFolder> {
  const name = encodeURIComponent(`${id}@${revision}`); // an id has slashes, a name must not
  return describe(await (await modelsFolder()).getDirectoryHandle(name, { create: true }));
}

/** Removes a folder and all that is in it; nothing happens if it is not there. */
export async function removeModelFolder({ handle }: ModelFolder): Promise<void> {
  await (await modelsFolder()).removeEntry(handle.name, { recursive: true }).catch(notFoundToNull);
}

/** What a folder holds; null where that was never written, or is no manifest. */
export function readManifest(folder: ModelFolder): Promise<Manifest | null> {
  return navigator.locks.request(lockOf(folder), () => read(folder));
}

/**
 * Replaces a folder's manifest by what `change` makes of it, at once and wholly, and gives the new
 * one. Whoever changes it at the same time takes turns.
 */
export function changeManifest(
  folder: ModelFolder,
  change: (manifest: Manifest) => Manifest,
): Promise<Manifest> {
  return navigator.locks.request(lockOf(folder), async () => {
    const { id, revision } = folder;
    const before = (await read(folder)) ?? { id, revision, storedAtMs: 0, files: [], arriving: [] };
    const manifest = change(before);
    const handle = await folder.handle.getFileHandle(MANIFEST, { create: true });
    // the browser puts what is written in place of the old file when it is closed
    const writable = await handle.createWritable();
    await writable.write(JSON.stringify(manifest));
    await writable.close();
    return manifest;
  });
}

/** Whether a path is one that a model's file can have beside the manifest. */
export function isFreePath(path: string): boolean {
  return path !== MANIFEST;
}

/**
 * The file at a path such as `onnx/model.onnx`, whose folders are made where `create` says so.
 * @throws DOMException `NotFoundError`.
 */
export async function fileAt(
  folder: FileSystemDirectoryHandle,
  path: string,
  options?: { create: boolean },
): Promise<FileSystemFileHandle> {
  const [name = "", ...rest] = path.split("/");
  if (rest.length === 0) return folder.getFileHandle(name, options);
  return fileAt(await folder.getDirectoryHandle(name, options), rest.join("/"), options);
}

/** Removes a model's file and its journal; nothing happens if they are not there. */
export async function removeFileAt(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
  await removeAt(folder, path);
  await removeJournalAt(folder, path);
}

/** Removes the journal of a file that is whole. */
export function removeJournalAt(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
  return removeAt(folder, journalPath(path));
}

async function removeAt(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
  const [name = "", ...rest] = path.split("/");
  if (rest.length === 0) return void (await folder.removeEntry(name).catch(notFoundToNull));
  const inner = await folder.getDirectoryHandle(name).catch(notFoundToNull);
  if (inner) await removeAt(inner, rest.join("/"));
}

/** Takes what is not there for null, and throws what else went wrong. */
export function notFoundToNull(thrown: unknown): null {
  if (thrown instanceof DOMException && thrown.name === "NotFoundError") return null;
  throw thrown;
}

async function read(folder: ModelFolder): Promise<Manifest | null> {
  const handle = await folder.handle.getFileHandle(MANIFEST).catch(notFoundToNull);
  // the storage may be cleared at any time
  const text = await handle?.getFile().then((file) => file.text(), notFoundToNull);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
  if (!parsed.success) return null;
  const arriving = await Promise.all(
    parsed.output.arriving.map((file) => withJournal(folder, file)),
  );
  return { ...parsed.output, arriving };
}

/** A file with the steps that its journal names beyond the manifest; the last is never among them. */
async function withJournal({ handle }: ModelFolder, file: KeptFile): Promise<KeptFile> {
  if (isWhole(file)) return file;
  const journal = await fileAt(handle, journalPath(file.path)).catch(notFoundToNull);
  const hashes = journal ? await journal.getFile().then(readJournal, notFoundToNull) : null;
  const stepSha256 = hashes?.slice(0, stepsIn(file.bytes) - 1) ?? [];
  return stepSha256.length > file.stepSha256.length ? { ...file, stepSha256 } : file;
}

function describe(handle: FileSystemDirectoryHandle): ModelFolder {
  const name = decodeURIComponent(handle.name);
  const at = name.lastIndexOf("@");
  return { id: name.slice(0, at), revision: name.slice(at + 1), handle };
}

async function modelsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle("models", { create: true });
}

/** Held while a manifest is read or replaced: a file that is replaced cannot be read on. */
function lockOf({ handle }: ModelFolder): string {
  return `manifest ${handle.name}`;
}
