import { DownloadsPage } from "../e2e/downloads-page.ts";
import { madeModel, weights } from "../e2e/download-faults/made-model.ts";
import { launch, type Launched } from "../e2e/launch.ts";
import { hubHosts, PlayedHub } from "../e2e/played-hub.ts";
import { trustingHub } from "../e2e/played-hub/certificate.ts";
import { PlainWorker } from "./download/plain-worker.ts";
import { readSettings, type Settings } from "./download/settings.ts";
import { measureCheck } from "./download/measure-check.ts";
import { median, round } from "./median.ts";

/**
 * Fetches one large file from a hub on this machine as Sotto does, hashed, checked and kept in
 * steps, and as a plain `fetch` that is streamed into the same file system, by turns, so that
 * whatever else the machine does hits both. `whole` is Sotto's speed over all of a download, from
 * the click through the worker's start, the listing and the small files to the model being whole.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const settings = readSettings(args);
  const model = madeModel("made/bench", { weightsBytes: settings.fileBytes });
  const hub = new PlayedHub(model);
  hub.lineBytesPerSecond = settings.lineBytesPerSecond;
  const port = await hub.listen();
  const rules = hubHosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(",");
  const sotto = await launch({ args: [...trustingHub, `--host-resolver-rules=${rules}`] });
  try {
    const times = await takeTurns(sotto, model.id, settings);
    const speeds = speedsOf(times, settings.fileBytes);
    return {
      unit: "MB/s",
      requiredRatio: 0.9,
      megabytes: settings.fileBytes / 1e6,
      lineMegabits: settings.lineBytesPerSecond / 125_000, // null: as fast as the machine can
      sotto: round(median(speeds.sotto), 1),
      plain: round(median(speeds.plain), 1),
      ratio: round(median(speeds.sotto) / median(speeds.plain), 3),
      whole: round(median(speeds.whole), 1),
      check: await measureCheck(settings),
      repeats: Object.fromEntries(
        Object.entries(speeds).map(([of, all]) => [of, all.map((speed) => round(speed, 1))]),
      ),
    };
  } finally {
    await sotto.close();
    hub.close();
  }
}

/** Milliseconds that each fetch took, in the order in which they were made. */
interface Times {
  sotto: number[];
  whole: number[];
  plain: number[];
}

function speedsOf({ sotto, whole, plain }: Times, fileBytes: number) {
  const megabytesPerSecond = (ms: number) => fileBytes / ms / 1000;
  return {
    sotto: sotto.map(megabytesPerSecond),
    whole: whole.map(megabytesPerSecond),
    plain: plain.map(megabytesPerSecond),
  };
}

/** The first pair only warms up. */
async function takeTurns(sotto: Launched, modelId: string, { repeats }: Settings): Promise<Times> {
  const downloads = await DownloadsPage.open(sotto);
  const plain = await PlainWorker.start(downloads.page);
  const url = `https://huggingface.co/${modelId}/resolve/main/${weights}`;
  const times: Times = { sotto: [], whole: [], plain: [] };
  for (let turn = 0; turn <= repeats; turn++) {
    const { fileMs, wholeMs } = await downloads.timeFetch(modelId, weights);
    await downloads.removeAll();
    const plainMs = await plain.fetchMs(url);
    if (turn === 0) continue;
    times.sotto.push(fileMs);
    times.whole.push(wholeMs);
    times.plain.push(plainMs);
  }
  return times;
}
