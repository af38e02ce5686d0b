import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pinsSchema } from "../../../lib/models/pins.ts";
import { graphFiles, requiredFiles } from "../../../lib/models/weights.ts";
import { offered, type OfferedModel } from "../../../scripts/models-check/offered.ts";
import { PlayedHub } from "../../e2e/played-hub.ts";
import { hubModel, sha256 } from "../../e2e/played-hub/hub-model.ts";

const script = join(import.meta.dirname, "../../../scripts/models-check.ts");
const settings = Object.fromEntries(
  requiredFiles.map((path) => [path, Buffer.from(`{"${path}":1}`)]),
);
const [first, second, third, ...others] = offered;
if (!first || !second || !third) throw new Error("the catalogue is too small to test with");

let folder: string;
let pins: string;
let hub: PlayedHub;
let origin: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sotto-pins-"));
  pins = join(folder, "pins.json");
  writeFileSync(pins, "{}");
  hub = new PlayedHub();
  origin = `https://127.0.0.1:${await hub.listen()}`;
});
afterEach(() => {
  hub.close();
  rmSync(folder, { recursive: true });
});

test("a catalogue that is as the hub has it is pinned, and found to be as it is pinned", async () => {
  for (const model of offered) hub.add(asListed(model));
  const written = await check("--write");
  expect(written).toMatchObject({ code: 0, errors: "" });
  expect(written.output.match(/ ok$/gm)).toHaveLength(
    offered.reduce((sum, { weights }) => sum + weights.length, 0),
  );

  const pinned = v.parse(pinsSchema, JSON.parse(readFileSync(pins, "utf8")));
  expect(Object.keys(pinned)).toEqual(offered.map(({ id }) => id));
  expect(pinned[first.id]?.revision).toBe(asListed(first).commit);
  const config = settings["config.json"] ?? Buffer.alloc(0);
  expect(pinned[first.id]?.files).toContainEqual({
    path: "config.json",
    bytes: config.length,
    sha256: sha256(config),
  });
  expect(await check()).toMatchObject({ code: 0, errors: "" });
});

test("every difference from the hub is named", async () => {
  for (const model of others) hub.add(asListed(model));
  hub.add(asListed({ ...first, licence: { ...first.licence, name: "Other-9.9" } }));
  const heavier = second.weights.map((weights) => ({
    ...weights,
    aboutBytes: weights.aboutBytes * 2,
  }));
  hub.add(asListed({ ...second, weights: heavier }));
  // The third is not there.
  const { code, output } = await check();
  expect(code).toBe(1);
  expect(output).toContain(`the licence is other99, the catalogue says ${first.licence.name}`);
  expect(output.match(/the size in the catalogue is off/g)).toHaveLength(second.weights.length);
  expect(output).toContain(`${third.id}\n  wrong: the hub has no such model that all may see`);
});

test("a file that is not the pinned one is named", async () => {
  for (const model of offered) hub.add(asListed(model));
  await check("--write");
  const text = readFileSync(pins, "utf8");
  writeFileSync(pins, text.replace(/("path": "onnx[^}]+"sha256": ")\w{8}/, "$100000000"));
  const { code, output } = await check();
  expect(code).toBe(1);
  expect(output.match(/wrong: onnx\/\S+ is not the file that is pinned/g)).toHaveLength(1);
});

test("without a network it says so in one sentence", async () => {
  hub.close();
  const host = new URL(origin).host;
  expect(await check()).toEqual({
    code: 1,
    output: "",
    errors: `${host} cannot be reached from here, so the catalogue was not checked.\n`,
  });
});

/** A model as the catalogue says that the hub has it. */
function asListed({ id, kind, revision, licence, weights }: OfferedModel) {
  const settingsBytes = Object.values(settings).reduce((sum, { length }) => sum + length, 0);
  const byPath = new Map(
    weights.flatMap(({ dtype, aboutBytes }) => {
      const graphs = graphFiles(kind, dtype);
      const sizeBytes = (aboutBytes - settingsBytes) / graphs.length;
      return graphs.map((path) => [path, Math.round(sizeBytes)]);
    }),
  );
  const listed = [...byPath].map(([path, sizeBytes]) => ({ path, sizeBytes }));
  return hubModel(id, settings, {
    ...(/^[0-9a-f]{40}$/.test(revision) ? { commit: revision } : {}),
    licence: licence.name
      .replace(/.* or /, "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, ""),
    listed,
  });
}

/** Runs the command as a reader of the code does, against the played hub. */
function check(
  ...flags: string[]
): Promise<{ code: number | null; output: string; errors: string }> {
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_NO_WARNINGS: "1" };
  const child = spawn(process.execPath, [script, "--hub", origin, "--pins", pins, ...flags], {
    env,
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (errors += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output, errors })));
}
