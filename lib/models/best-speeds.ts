import * as v from "valibot";
import type { Device, Dtype } from "./device.ts";
import { type Speed, speedSchema } from "./device-report.ts";
import { notFoundToNull } from "./model-folders.ts";

// Whatever disturbs a measurement makes the machine seem slower than it is. So the best of several
// is the nearest to what it can do, and one start of Sotto recommends what the other did.

/** What was measured: a device, as the engine would use it. */
export interface MeasuredDevice {
  device: Device;
  dtype: Dtype;
  threads: number;
}

const FILE = "best-speeds.json";
/** A machine changes, and so does the browser: after so long what was measured is forgotten. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const keptSchema = v.record(
  v.string(),
  v.object({
    best: speedSchema,
    /** When the first of them was measured, in milliseconds since 1970. */
    sinceMs: v.number(),
  }),
);
type Kept = v.InferOutput<typeof keptSchema>;

/**
 * The best that was measured of a device in the last weeks, with what was measured now, which is
 * null where that failed. Gives null if nothing ever was.
 */
export async function bestSpeed(of: MeasuredDevice, measured: Speed | null): Promise<Speed | null> {
  const name = `${of.device} ${of.dtype} ${of.threads}`;
  const nowMs = Date.now();
  const kept = await readKept();
  const found = kept[name];
  const before = found && nowMs - found.sinceMs < KEPT_MS ? found : null;
  if (!measured) return before?.best ?? null;
  const best = before ? better(before.best, measured) : measured;
  await writeKept({ ...kept, [name]: { best, sinceMs: before?.sinceMs ?? nowMs } });
  return best;
}

function better(a: Speed, b: Speed): Speed {
  return {
    readWeightsPerSecond: Math.max(a.readWeightsPerSecond, b.readWeightsPerSecond),
    writeWeightsPerSecond: Math.max(a.writeWeightsPerSecond, b.writeWeightsPerSecond),
  };
}

async function readKept(): Promise<Kept> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(FILE).catch(notFoundToNull);
  const text = handle && (await (await handle.getFile()).text());
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keptSchema), text);
  return parsed.success ? parsed.output : {};
}

async function writeKept(kept: Kept): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(FILE, { create: true });
  const writable = await handle.createWritable();
  await writable.write(JSON.stringify(kept));
  await writable.close();
}
