import type { KeptFile } from "./model-manifest.ts";
import { StoredFile } from "./stored-file.ts";

/**
 * Reads files of a stored model and compares every byte with what was stored; gives the path of the
 * first that differs or is gone, or null. `onBytes` hears how many more bytes were compared.
 * Reading blocks, so this is for workers.
 */
export type FindBadFile = (
  modelId: string,
  files: readonly KeptFile[],
  onBytes: (bytes: number) => void,
) => Promise<string | null>;

export const findBadFile: FindBadFile = async (modelId, files, onBytes) => {
  for (const kept of files) {
    const stored = await StoredFile.open(modelId, kept.path);
    try {
      if (!(await stored?.isAsStored(kept, onBytes))) return kept.path;
    } finally {
      stored?.close();
    }
  }
  return null;
};
