import { createCipheriv, createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { revisionOf } from "../../../lib/models/catalogue.ts";

/** A file of a model on the hub, with what the hub tells of it. */
export interface HubFile {
  path: string;
  /** Null for a file that is listed and never served, because no device needs it. */
  bytes: Buffer | null;
  sizeBytes: number;
  /** Large files lie outside of git, in the hub's store, and are known by their SHA-256. */
  isLarge: boolean;
  sha256: string;
  /** The SHA-1 that git gives the file; for a large one, to the pointer that stands in its place. */
  gitOid: string;
  /** The length of that pointer. */
  pointerBytes: number;
  /** The store's own name for a large file: 64 digits that are no hash of its bytes. */
  storeName: string;
}

/** A model at one revision. */
export interface HubModel {
  id: string;
  /** The revision, as a whole commit. */
  commit: string;
  licence: string;
  files: ReadonlyMap<string, HubFile>;
}

/** The files of a model as bytes by path. */
export type FileBytes = Readonly<Record<string, Buffer>>;

/** Reads the files of a folder. */
export function readFolder(folder: string): FileBytes {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const inside = (path: string) => path.slice(folder.length + 1).replaceAll("\\", "/");
  return Object.fromEntries(paths.map((path) => [inside(path), readFileSync(path)]));
}

/**
 * A model of the hub: the files that are given, and some that repositories have and no device needs.
 * Its commit is the catalogue's, where that pins one, or else made of its name.
 */
export function hubModel(
  id: string,
  bytes: FileBytes,
  options: {
    commit?: string;
    licence?: string;
    /** Files that are listed besides and never served. */
    listed?: readonly { path: string; sizeBytes: number }[];
  } = {},
): HubModel {
  const pinned = revisionOf(id);
  const commit = options.commit ?? (/^[0-9a-f]{40}$/.test(pinned) ? pinned : sha1(id));
  const files = Object.entries(bytes).map(([path, content]) => servedFile(path, content));
  const all = [...(options.listed ?? besides).map(listedFile), ...files];
  const byPath = new Map(all.map((file) => [file.path, file]));
  return { id, commit, licence: options.licence ?? "apache-2.0", files: byPath };
}

/** The same files as another model, at a commit of its own. */
export function copyOf(model: HubModel, id: string): HubModel {
  return { ...model, id, commit: sha1(id) };
}

/** Bytes that look random and are the same every time. */
export function madeBytes(name: string, bytes: number): Buffer {
  const key = createHash("sha256").update(name).digest();
  return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
}

const besides = [
  { path: ".gitattributes", sizeBytes: 1_519 },
  { path: "README.md", sizeBytes: 4_116 },
  { path: "model.safetensors", sizeBytes: 723_674_912 },
  { path: "onnx/model.onnx", sizeBytes: 1_447_632_112 },
  { path: "onnx/model_fp16.onnx", sizeBytes: 724_031_556 },
];

function servedFile(path: string, bytes: Buffer): HubFile {
  const told = { path, sizeBytes: bytes.length, sha256: sha256(bytes) };
  return { ...described(told, bytes), bytes };
}

function listedFile(told: { path: string; sizeBytes: number }): HubFile {
  return {
    ...described({ ...told, sha256: sha256(told.path) }, Buffer.from(told.path)),
    bytes: null,
  };
}

function described(told: { path: string; sizeBytes: number; sha256: string }, bytes: Buffer) {
  const { path, sizeBytes, sha256: oid } = told;
  const isLarge = /\.(onnx|onnx_data(_\d+)?|safetensors)$/.test(path);
  const pointer = Buffer.from(
    `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${sizeBytes}\n`,
  );
  const inGit = isLarge ? pointer : bytes;
  const gitOid = sha1(`blob ${inGit.length}\0`, inGit);
  return {
    ...told,
    isLarge,
    gitOid,
    pointerBytes: pointer.length,
    storeName: sha256(`${oid} ${path}`),
  };
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function sha1(...parts: (Buffer | string)[]): string {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
