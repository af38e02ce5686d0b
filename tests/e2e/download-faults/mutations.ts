import type { Fault, Harm, Room } from "../played-hub/faults.ts";
import type { HubFile, HubModel } from "../played-hub/hub-model.ts";
import { Random } from "./random.ts";

/** One thing that is wrong with what a model's download is answered, made from a seed. */
export function mutation(seed: number, model: HubModel, olderCommit: string): Fault {
  const random = new Random(seed);
  const files = [...model.files.values()].filter(({ bytes }) => bytes !== null);
  const file = random.of(files);
  const others = files.filter(({ path }) => path !== file.path);
  const choice = random.of(makers)({ random, file, other: random.of(others), olderCommit });
  // What only delays is done once, or a download would wait for it to pass.
  const times = choice.delays ? 1 : random.of([1, 1, 2, Infinity]);
  const path = choice.room === "listing" ? {} : { path: file.path };
  return { room: choice.room, modelId: model.id, ...path, times, harm: choice.harm };
}

interface Chances {
  random: Random;
  file: HubFile;
  other: HubFile;
  olderCommit: string;
}

interface Choice {
  room: Room;
  harm: Harm;
  delays?: true;
}

const makers: readonly ((chances: Chances) => Choice)[] = [
  ({ random, file }) => flip(random, file),
  ({ random, file }) => flip(random, file),
  ({ random, file }) => flip(random, file),
  ({ random, file }) => {
    const atByte = random.below(file.sizeBytes);
    const framing = random.of(["length", "chunked", "close", "gzip"] as const);
    return { room: "bytes", harm: { kind: "truncated", atByte, framing }, delays: true };
  },
  ({ random }) => bytes({ kind: "longer", moreBytes: 1 + random.below(5000) }),
  ({ other }) => bytes({ kind: "swapped", path: other.path }),
  ({ olderCommit }) => bytes({ kind: "swapped", commit: olderCommit }),
  () => bytes({ kind: "range-ignored" }),
  ({ random, file }) => {
    const shiftBytes = random.of([1, 7, 4096, file.sizeBytes - 1]);
    return bytes({ kind: "wrong-range", shiftBytes, told: random.below(2) === 0 });
  },
  ({ random, file }) => bytes({ kind: "wrong-size", sizeBytes: random.below(2 * file.sizeBytes) }),
  ({ random }) => ({ room: random.of(["listing", "redirect", "bytes"]), harm: { kind: "portal" } }),
  ({ random }) => bytes({ kind: "header", ...random.of(wrongHeaders) }),
  ({ random, file, other }) => rewrite(random, file, other),
  ({ random, file, other }) => rewrite(random, file, other),
  ({ random, file, other }) => rewrite(random, file, other),
];

const wrongHeaders = [
  { name: "content-range", value: "bytes 0-0/1" },
  { name: "content-range", value: "items 1-2/3" },
  { name: "content-type", value: "text/html" },
  { name: "content-encoding", value: "gzip" },
  { name: "content-encoding", value: "deflate" },
  { name: "etag", value: '"0"' },
];

function flip(random: Random, file: HubFile): Choice {
  return bytes({ kind: "flipped", atByte: random.below(file.sizeBytes), bit: random.below(8) });
}

function bytes(harm: Harm): Choice {
  return { room: "bytes", harm };
}

/** A listing that is another in one place. */
function rewrite(random: Random, file: HubFile, other: HubFile): Choice {
  const hash = file.isLarge ? file.sha256 : file.gitOid;
  const at = random.below(hash.length);
  const digit = ((parseInt(hash.charAt(at), 16) + 1) % 16).toString(16);
  const anywhere = random.below(10_000);
  const byte = String.fromCharCode(32 + random.below(95));
  const moreBytes = random.of([-1, 1, 1000]);
  const rewrites: ((body: string) => string)[] = [
    (body) => body.replaceAll(hash, hash.slice(0, at) + digit + hash.slice(at + 1)),
    (body) => body.replaceAll(`:${file.sizeBytes},`, `:${file.sizeBytes + moreBytes},`),
    (body) => body.replaceAll(`"${file.path}"`, `"${file.path}x"`),
    (body) => body.replace(`"${file.path}"`, '"?"').replace(`"${other.path}"`, `"${file.path}"`),
    (body) => body.slice(0, anywhere % body.length),
    (body) =>
      body.slice(0, anywhere % body.length) + byte + body.slice((anywhere % body.length) + 1),
  ];
  return { room: "listing", harm: { kind: "rewritten", rewrite: random.of(rewrites) } };
}
