import * as v from "valibot";
import pinned from "./pins.json" with { type: "json" };

/** What `npm run models:check -- --write` writes: for each model a commit and its files. */
export const pinsSchema = v.record(
  v.string(),
  v.object({
    revision: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
    files: v.array(
      v.object({
        path: v.string(),
        bytes: v.pipe(v.number(), v.integer()),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
  }),
);
export type Pins = v.InferOutput<typeof pinsSchema>;

/** A file as it was when the model was looked at: nothing else may be stored under its name. */
export type PinnedFile = Pins[string]["files"][number];

const pins: Pins = v.parse(pinsSchema, pinned);

/** The commit at which a model was looked at; null where nobody has. */
export function pinnedRevision(modelId: string, known = pins): string | null {
  return known[modelId]?.revision ?? null;
}

/**
 * The files that any device needs of a model at a revision, with sizes and hashes that a hub's
 * listing cannot change; null where they are not known.
 */
export function pinnedFiles(
  modelId: string,
  revision: string,
  known = pins,
): readonly PinnedFile[] | null {
  const pin = known[modelId];
  return pin?.revision === revision ? pin.files : null;
}
