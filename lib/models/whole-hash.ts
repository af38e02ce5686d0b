import { createSHA1, createSHA256 } from "hash-wasm";
import * as v from "valibot";

/** What a file is promised to have: SHA-256, or the name that git gives to so many bytes. */
export const hashKindSchema = v.variant("kind", [
  v.object({ kind: v.literal("sha256") }),
  v.object({ kind: v.literal("git"), bytes: v.number() }),
]);
export type HashKind = v.InferOutput<typeof hashKindSchema>;

/** The hash of a file that is added to while the file arrives. */
export interface WholeHash {
  /** Takes the bytes away until they are added, and gives them back to be filled anew. */
  add(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** The hash of all that was added, in hexadecimal digits. */
  digest(): Promise<string>;
  /** Lets go of what it takes. */
  end(): void;
}

/**
 * Begins the hash of a file. It takes the processor about as long as everything else that a download
 * does, so that large files should be hashed in a worker of their own.
 */
export async function startWholeHash(kind: HashKind): Promise<WholeHash> {
  const hash = await (kind.kind === "git" ? createSHA1() : createSHA256());
  hash.init();
  if (kind.kind === "git") hash.update(`blob ${kind.bytes}\0`);
  return {
    async add(bytes) {
      hash.update(bytes);
      return bytes;
    },
    digest: async () => hash.digest(),
    end: () => {},
  };
}
