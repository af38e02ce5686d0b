import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import * as v from "valibot";
import type { Rung } from "../../../lib/engine/ladder.ts";
import { fromProbeSchema } from "../../../lib/engine/probe-protocol.ts";
import type { Speed } from "../../../lib/models/device-report.ts";

const assets = join(import.meta.dirname, "../../../.output/chrome-mv3/assets");

/** Has the built extension's own probe measure a rung, in a worker of a page of the extension. */
export async function askProbe(page: Page, rung: Rung): Promise<Speed> {
  const name = readdirSync(assets).find((name) => /^probe-worker.*\.js$/.test(name));
  if (!name) throw new Error("the build has no probe");
  const answer = v.parse(fromProbeSchema, await page.evaluate(runProbe, { name, rung }));
  if (answer.kind === "failed") throw new Error(answer.error.message);
  return answer.speed;
}

/** Runs in the page. */
function runProbe({ name, rung }: { name: string; rung: Rung }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(`/assets/${name}`, { type: "module" });
    worker.onerror = () => reject(new Error("the probe broke"));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage(rung);
  });
}
