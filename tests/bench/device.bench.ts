import { parseArgs } from "node:util";
import { checkDevice } from "../e2e/check-device.ts";
import { launch } from "../e2e/launch.ts";
import { median } from "./median.ts";

/** Times the check of the device that comes before a download, each time in a browser just started. */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repeats: { type: "string", default: "7" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  const checksMs: number[] = [];
  for (let repeat = 0; repeat < Number(values.repeats); repeat++) checksMs.push(await checkOnce());
  return {
    unit: "ms",
    allowed: 1000,
    check: Math.round(median(checksMs)),
    repeats: checksMs.map(Math.round),
  };
}

async function checkOnce(): Promise<number> {
  const sotto = await launch();
  try {
    return (await checkDevice(sotto)).ms;
  } finally {
    await sotto.close();
  }
}
