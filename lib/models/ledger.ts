import * as v from "valibot";
import { notFoundToNull } from "./model-folders.ts";

const askedSchema = v.object({
  id: v.string(),
  /** Milliseconds since 1970. */
  atMs: v.number(),
  host: v.string(),
  /** Without what it is signed with, which is long and tells nothing. */
  path: v.string(),
  /** What for, as the reader is told. */
  why: v.string(),
});
const endedSchema = v.object({
  id: v.string(),
  /** Bytes of the answer's body that came. */
  bytes: v.number(),
  /** `ok`, or how it ended otherwise, such as `sent on`, `refused 404` or `broken off`. */
  result: v.string(),
});
const lineSchema = v.pipe(v.string(), v.parseJson(), v.union([askedSchema, endedSchema]));

/** A request that Sotto made. */
export interface LedgerEntry extends Omit<v.InferOutput<typeof askedSchema>, "id"> {
  /** Bytes of the answer's body that came; null where it never ended. */
  bytes: number | null;
  /** `asked` where it never ended, `ok`, or such as `sent on`, `refused 404` or `broken off`. */
  result: string;
}

/** How a request ended. */
export type Ended = Omit<v.InferOutput<typeof endedSchema>, "id">;

const FILE = "ledger.jsonl";

/** Writes a request into the ledger, before it is made. Gives what completes the entry. */
export async function recordRequest(
  url: string,
  why: string,
): Promise<(ended: Ended) => Promise<void>> {
  const id = crypto.randomUUID();
  const { host, pathname: path } = new URL(url);
  await append({ id, atMs: Date.now(), host, path, why });
  return (ended) => append({ id, ...ended });
}

/** Every request that Sotto has made on this machine, oldest first. */
export async function readLedger(): Promise<LedgerEntry[]> {
  const entries = new Map<string, LedgerEntry>();
  for (const text of (await readText()).split("\n")) {
    const line = v.safeParse(lineSchema, text); // a line that was torn is left out
    if (!line.success) continue;
    const { id, ...told } = line.output;
    const entry = entries.get(id);
    if ("atMs" in told) entries.set(id, { ...told, bytes: null, result: "asked" });
    else if (entry) entries.set(id, { ...entry, ...told });
  }
  return [...entries.values()];
}

/** Forgets every request so far. */
export async function clearLedger(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await navigator.locks.request(FILE, () => root.removeEntry(FILE).catch(notFoundToNull));
}

async function readText(): Promise<string> {
  const root = await navigator.storage.getDirectory();
  // A file that is replaced cannot be read on, so reading takes its turn.
  return navigator.locks.request(FILE, async () => {
    const handle = await root.getFileHandle(FILE).catch(notFoundToNull);
    return handle ? (await handle.getFile()).text() : "";
  });
}

/** Two downloads may go on at once, each in its worker, and the last to close a file wins. */
async function append(line: object): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await navigator.locks.request(FILE, async () => {
    const handle = await root.getFileHandle(FILE, { create: true });
    const { size } = await handle.getFile();
    // A file that is written in place needs a megabyte of room, which a full disk has not.
    const writable = await handle.createWritable({ keepExistingData: true });
    // The break comes first, so that a line that was torn takes no other with it.
    const data = `\n${JSON.stringify(line)}`;
    await writable.write({ type: "write", position: size, data });
    await writable.close();
  });
}
