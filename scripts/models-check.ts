import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { hubOrigin } from "../lib/models/hub-hosts.ts";
import { type PinnedFile, type Pins, pinsSchema } from "../lib/models/pins.ts";
import { askHub, hashSmallFile, type ListedModel, Unreachable } from "./models-check/ask-hub.ts";
import { compareModel, compareWeights, neededFiles } from "./models-check/compare.ts";
import { offered, type OfferedModel } from "./models-check/offered.ts";
import { type Checked, table } from "./models-check/table.ts";

// Compares the catalogue with the hub: ids, files, sizes, hashes and licences. With --write it pins
// each model that is there to its commit and its files to their hashes.

const { values: flags } = parseArgs({
  options: {
    hub: { type: "string", default: hubOrigin },
    pins: { type: "string", default: join(import.meta.dirname, "../lib/models/pins.json") },
    write: { type: "boolean", default: false },
  },
});

try {
  const known = v.parse(pinsSchema, JSON.parse(readFileSync(flags.pins, "utf8")));
  const checked: Checked[] = [];
  // What is pinned is what readers get; new pins are taken from what the catalogue names.
  const pins = flags.write ? {} : known;
  for (const model of offered) checked.push(await check(model, pins[model.id]));
  console.log(table(checked));
  if (flags.write) writePins({ ...known, ...(await pinAll(checked)) });
  if (checked.some(({ rows, wrong }) => wrong.length > 0 || rows.some((row) => row.wrong)))
    process.exitCode = 1;
} catch (thrown) {
  if (!(thrown instanceof Unreachable)) throw thrown;
  console.error(`${thrown.message} from here, so the catalogue was not checked.`);
  process.exitCode = 1;
}

async function check(model: OfferedModel, pin: Pins[string] | undefined): Promise<Checked> {
  try {
    const listed = await askHub(flags.hub, model.id, pin?.revision ?? model.revision);
    const rows = compareWeights(model, listed);
    return { model, listed, rows, wrong: compareModel(model, listed, pin) };
  } catch (thrown) {
    if (thrown instanceof Unreachable) throw thrown;
    const wrong = thrown instanceof Error ? thrown.message : String(thrown);
    return { model, listed: null, rows: [], wrong: [wrong] };
  }
}

async function pinAll(checked: readonly Checked[]): Promise<Pins> {
  const pins: Pins = {};
  for (const { model, listed } of checked) {
    if (!listed) continue;
    pins[model.id] = { revision: listed.commit, files: await pinFiles(model, listed) };
  }
  return pins;
}

async function pinFiles(model: OfferedModel, listed: ListedModel): Promise<PinnedFile[]> {
  const files: PinnedFile[] = [];
  for (const file of neededFiles(model, listed)) {
    const { path, bytes, sha256 } = file;
    const at = { id: model.id, commit: listed.commit };
    files.push({ path, bytes, sha256: sha256 ?? (await hashSmallFile(flags.hub, at, file)) });
  }
  return files.toSorted((a, b) => a.path.localeCompare(b.path));
}

function writePins(pins: Pins): void {
  writeFileSync(flags.pins, `${JSON.stringify(pins, null, 2)}\n`);
  console.log(`Wrote ${Object.keys(pins).length} pins to ${flags.pins}.`);
}
