import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import * as v from "valibot";
import type { Rung } from "../../../lib/engine/ladder.ts";
import { fromProbeSchema } from "../../../lib/engine/probe-protocol.ts";
import type { Speed } from "../../../lib/models/device-report.ts";

const assets = join(import.meta.dirname, "../../../.output/chrome-mv3/assets");

export interface Probed {
  speed: Speed;
  /** From the start of the worker, which has the runtime to load, to the answer. */
  ms: number;
}

/** Has the built extension's own probe measure a rung, in a worker of a page of the extension. */
export async function askProbe(page: Page, rung: Rung): Promise<Probed> {
  const name = readdirSync(assets).find((name) => /^probe-worker.*\.js$/.test(name));
  if (!name) throw new Error("the build has no probe");
  const { data, ms } = await page.evaluate(runProbe, { name, rung });
  const answer = v.parse(fromProbeSchema, data);
  if (answer.kind === "failed") throw new Error(answer.error.message);
  return { speed: answer.speed, ms: Math.round(ms) };
}

/** Runs in the page. */
function runProbe({ name, rung }: { name: string; rung: Rung }) {
  return new Promise<{ data: unknown; ms: number }>((resolve, reject) => {
    const startMs = performance.now();
    const worker = new Worker(`/assets/${name}`, { type: "module" });
    worker.onerror = () => reject(new Error("the probe broke"));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve({ data, ms: performance.now() - startMs });
    };
    worker.postMessage(rung);
  });
}
