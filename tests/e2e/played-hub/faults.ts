/** What a request is for. */
export type Room =
  /** Which commit a name such as `main` stands for. */
  | "commit"
  /** Which files a model has. */
  | "listing"
  /** Where a file is. */
  | "redirect"
  /** The file itself, from the hub's cache or the store. */
  | "bytes";

/** A way in which networks, proxies and hubs fail. Bytes are counted from the file's first. */
export type Harm =
  | { kind: "status"; status: number; retryAfterS?: number; hidden?: true }
  /** The page of a network that wants to be signed in to first, with a 200. */
  | { kind: "portal" }
  /** The connection fails before byte `atByte`: it ends, is reset, or falls silent. */
  | { kind: "breaks-off"; atByte: number; how: "end" | "reset" | "silence" }
  /** All seems well, but nothing comes from byte `atByte` on. */
  | { kind: "truncated"; atByte: number; framing: "length" | "chunked" | "close" | "gzip" }
  | { kind: "flipped"; atByte: number; bit: number }
  /** The same bytes, and more of them. */
  | { kind: "longer"; moreBytes: number }
  /** Another file of the model, or the file as it was in another commit. */
  | { kind: "swapped"; path?: string; commit?: string }
  /** All of the file, whatever range was asked for. */
  | { kind: "range-ignored" }
  /** Another range than was asked for, and which one is told, or not. */
  | { kind: "wrong-range"; shiftBytes: number; told: boolean }
  /** A `content-range` with another size of the whole. */
  | { kind: "wrong-size"; sizeBytes: number }
  /** The address is valid no longer when it is given out. */
  | { kind: "expired" }
  | { kind: "redirect"; to: string }
  | { kind: "header"; name: string; value: string }
  /** The body is another; for the listing. */
  | { kind: "rewritten"; rewrite: (body: string) => string };

/** A harm, and which requests it is done to. */
export interface Fault {
  room?: Room;
  path?: string;
  modelId?: string;
  /** How many such requests are answered well first; 0 without it. */
  skip?: number;
  /** To how many it is then done; to all without it. */
  times?: number;
  harm: Harm;
}

/** What is known of a request when it is answered. */
export interface Asked {
  room: Room;
  modelId: string;
  /** Empty for a listing. */
  path: string;
  /** Which bytes of the file the answer has, the last one excluded. */
  firstByte: number;
  endByte: number;
}

/** The faults that a hub has, and how often each has struck. */
export class Faults {
  readonly #faults: { fault: Fault; matched: number }[];

  constructor(faults: readonly Fault[]) {
    this.#faults = faults.map((fault) => ({ fault, matched: 0 }));
  }

  /** What is done to this request; every call counts. */
  strike(asked: Asked): Harm[] {
    return this.#faults
      .filter(({ fault }) => isMeant(fault, asked))
      .filter((entry) => {
        const { skip = 0, times = Infinity } = entry.fault;
        const struckBefore = entry.matched++ - skip;
        return struckBefore >= 0 && struckBefore < times;
      })
      .map(({ fault }) => fault.harm);
  }
}

function isMeant({ room, path, modelId, harm }: Fault, asked: Asked): boolean {
  if (room !== undefined && room !== asked.room) return false;
  if (path !== undefined && path !== asked.path) return false;
  if (modelId !== undefined && modelId !== asked.modelId) return false;
  if (!("atByte" in harm)) return true;
  return harm.atByte >= asked.firstByte && harm.atByte < asked.endByte;
}
