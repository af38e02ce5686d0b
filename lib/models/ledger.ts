import * as v from "valibot";

/** A request that Sotto made. */
export interface LedgerEntry {
  url: string;
  /** What for, as the reader is told. */
  why: string;
  /** Milliseconds since 1970. */
  atMs: number;
}

const entrySchema = v.object({ url: v.string(), why: v.string(), atMs: v.number() });

const FILE = "ledger.jsonl";

/** Writes a request into the ledger, before it is made. */
export async function recordRequest(entry: LedgerEntry): Promise<void> {
  // Two downloads may go on at once, each in its worker, and the last to close a file wins.
  await navigator.locks.request(FILE, () => append(entry));
}

async function append(entry: LedgerEntry): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(FILE, { create: true });
  const { size } = await handle.getFile();
  const writable = await handle.createWritable({ keepExistingData: true });
  await writable.write({ type: "write", position: size, data: `${JSON.stringify(entry)}\n` });
  await writable.close();
}

/** Every request that Sotto has made on this machine, oldest first. */
export async function readLedger(): Promise<LedgerEntry[]> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(FILE, { create: true });
  const text = await (await handle.getFile()).text();
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => v.parse(v.pipe(v.string(), v.parseJson(), entrySchema), line));
}
