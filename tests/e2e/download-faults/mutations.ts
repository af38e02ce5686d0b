import type { Fault, Harm, Room } from "../played-hub/faults.ts";
import type { HubFile, HubModel } from "../played-hub/hub-model.ts";
import { olderCommit } from "./fault-list.ts";
import type { Random } from "./random.ts";

/** One thing that is wrong with what a model's download is answered, once or always. */
export function mutation(random: Random, model: HubModel): Fault {
  const file = random.of(servedFiles(model));
  const isListing = random.below(2) === 0;
  const fault = isListing ? rewriting(random, model, file) : mutationOf(random, model, file);
  // What only delays is done once, or a download would wait for it to pass.
  const delays = fault.harm.kind === "truncated" || fault.harm.kind === "wrong-range";
  return { ...fault, times: delays ? 1 : random.of([1, 1, 2, Infinity]) };
}

/** One thing that is wrong with how a file comes. */
export function mutationOf(random: Random, model: HubModel, file: HubFile): Fault {
  const { room, harm } = random.of(makers)({ random, file, other: otherThan(file, model, random) });
  return { room, modelId: model.id, path: file.path, harm };
}

interface Chances {
  random: Random;
  file: HubFile;
  other: HubFile;
}

const bytes = (harm: Harm): { room: Room; harm: Harm } => ({ room: "bytes", harm });

const flip = ({ random, file }: Chances) =>
  bytes({ kind: "flipped", atByte: random.below(file.sizeBytes), bit: random.below(8) });

const makers: readonly ((chances: Chances) => { room: Room; harm: Harm })[] = [
  flip,
  flip,
  flip,
  flip,
  ({ random, file }) => {
    const framing = random.of(["length", "chunked", "close", "gzip"] as const);
    return bytes({ kind: "truncated", atByte: random.below(file.sizeBytes), framing });
  },
  ({ random }) => bytes({ kind: "longer", moreBytes: 1 + random.below(5000) }),
  ({ other }) => bytes({ kind: "swapped", path: other.path }),
  () => bytes({ kind: "swapped", commit: olderCommit }),
  () => bytes({ kind: "range-ignored" }),
  ({ random }) => {
    const shiftBytes = random.of([1, 7, 100]);
    return bytes({ kind: "wrong-range", shiftBytes, told: random.below(2) === 0 });
  },
  ({ random, file }) => bytes({ kind: "wrong-size", sizeBytes: random.below(2 * file.sizeBytes) }),
  ({ random }) => bytes({ kind: "header", ...random.of(wrongHeaders) }),
];

const wrongHeaders = [
  { name: "content-range", value: "bytes 0-0/1" },
  { name: "content-range", value: "items 1-2/3" },
  { name: "content-type", value: "text/html" },
  { name: "content-encoding", value: "gzip" },
  { name: "content-encoding", value: "deflate" },
  { name: "etag", value: '"0"' },
];

/** A listing that is another in one place. */
function rewriting(random: Random, model: HubModel, file: HubFile): Fault {
  const other = otherThan(file, model, random);
  const hash = file.isLarge ? file.sha256 : file.gitOid;
  const digit = random.below(hash.length);
  const otherDigit = ((parseInt(hash.charAt(digit), 16) + 1) % 16).toString(16);
  const otherHash = hash.slice(0, digit) + otherDigit + hash.slice(digit + 1);
  const anywhere = random.below(10_000);
  const byte = String.fromCharCode(32 + random.below(95));
  const otherBytes = file.sizeBytes + random.of([-1, 1, 1000]);
  const rewrite = random.of<(body: string) => string>([
    (body) => body.replaceAll(hash, otherHash),
    (body) => body.replaceAll(`"size":${file.sizeBytes},`, `"size":${otherBytes},`),
    (body) => body.replaceAll(`"${file.path}"`, `"${file.path}x"`),
    (body) => swapNames(body, file.path, other.path),
    (body) => body.slice(0, anywhere % body.length),
    (body) =>
      body.slice(0, anywhere % body.length) + byte + body.slice((anywhere % body.length) + 1),
  ]);
  return { room: "listing", modelId: model.id, harm: { kind: "rewritten", rewrite } };
}

function swapNames(body: string, one: string, other: string): string {
  return body
    .replace(`"${one}"`, '"?"')
    .replace(`"${other}"`, `"${one}"`)
    .replace('"?"', `"${other}"`);
}

function servedFiles({ files }: HubModel): HubFile[] {
  return [...files.values()].filter(({ bytes }) => bytes !== null);
}

function otherThan(file: HubFile, model: HubModel, random: Random): HubFile {
  return random.of(servedFiles(model).filter(({ path }) => path !== file.path));
}
