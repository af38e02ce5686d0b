import type { Weights } from "../../lib/models/catalogue.ts";
import type { Pins } from "../../lib/models/pins.ts";
import { filesToRun, graphFiles, requiredFiles } from "../../lib/models/weights.ts";
import type { ListedFile, ListedModel } from "./ask-hub.ts";
import type { OfferedModel } from "./offered.ts";

/** Offers say "about": within a twentieth they are right. */
const toleratedShare = 0.05;

/** One line of what was found: a model's weights, what they are said to weigh, and what they do. */
export interface Row {
  weights: Weights;
  bytes: number | null;
  wrong: string | null;
}

/** Every file that some device needs of a model. */
export function neededFiles(model: OfferedModel, { files }: ListedModel): ListedFile[] {
  const paths = files.map(({ path }) => path);
  const needed = new Set(model.weights.flatMap(({ dtype }) => filesToRun(paths, dtype)));
  return files.filter(({ path }) => needed.has(path));
}

/** How each of the catalogue's weights compares with what the hub has. */
export function compareWeights(model: OfferedModel, { files }: ListedModel): Row[] {
  const paths = files.map(({ path }) => path);
  return model.weights.map((weights) => {
    const missing = graphFiles(model.kind, weights.dtype).find((graph) => !paths.includes(graph));
    if (missing) return { weights, bytes: null, wrong: `${missing} is missing` };
    const needed = filesToRun(paths, weights.dtype);
    const bytes = files
      .filter(({ path }) => needed.includes(path))
      .reduce((sum, { bytes }) => sum + bytes, 0);
    const isOff = Math.abs(bytes - weights.aboutBytes) > toleratedShare * weights.aboutBytes;
    return { weights, bytes, wrong: isOff ? "the size in the catalogue is off" : null };
  });
}

/** What is wrong with the model itself: its licence, its files, and what was pinned of it. */
export function compareModel(
  model: OfferedModel,
  listed: ListedModel,
  pin: Pins[string] | undefined,
): string[] {
  const paths = listed.files.map(({ path }) => path);
  const missing = requiredFiles.filter((path) => !paths.includes(path));
  const unhashed = neededFiles(model, listed).filter(
    ({ path, sha256 }) => /\.onnx/.test(path) && !/^[0-9a-f]{64}$/.test(sha256 ?? ""),
  );
  return [
    ...missing.map((path) => `${path} is missing`),
    ...unhashed.map(({ path }) => `${path} is listed without a SHA-256`),
    ...(listed.isGated ? ["the hub asks for an account or a consent first"] : []),
    ...(isSameLicence(model.licence.name, listed.licence)
      ? []
      : [
          `the licence is ${listed.licence || "not told"}, the catalogue says ${model.licence.name}`,
        ]),
    ...(pin ? comparePin(listed, pin) : []),
  ];
}

function comparePin(listed: ListedModel, pin: Pins[string]): string[] {
  return pin.files.flatMap(({ path, bytes, sha256 }) => {
    const file = listed.files.find((file) => file.path === path);
    if (!file) return [`${path} is pinned and missing`];
    const isSame = file.bytes === bytes && (file.sha256 ?? sha256) === sha256;
    return isSame ? [] : [`${path} is not the file that is pinned`];
  });
}

/**
 * `Apache-2.0` in the catalogue is `apache-2.0` on the hub, `Llama 3.2` is `llama3.2`. Of several in
 * the catalogue one is enough.
 */
function isSameLicence(ours: string, theirs: string): boolean {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]|v(?=\d)/g, "");
  return ours.split(" or ").some((name) => plain(name) === plain(theirs));
}
