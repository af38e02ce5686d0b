import { type FileBytes, type HubModel, hubModel, madeBytes } from "../played-hub/hub-model.ts";

/** The weights that the processor needs. */
export const weights = "onnx/model_quantized.onnx";

/** Files arrive and are kept in steps of this many bytes. */
export const stepBytes = 8 * 1024 * 1024;

/** A model with files of every kind, which need not load: only its bytes count. */
export function madeModel(
  id: string,
  options: { weightsBytes?: number; more?: FileBytes; commit?: string } = {},
): HubModel {
  const { weightsBytes = 70_000, more = {}, commit } = options;
  const made = (path: string, bytes: number) => [path, madeBytes(`${id} ${commit} ${path}`, bytes)];
  const files: FileBytes = Object.fromEntries([
    made("config.json", 503),
    made("generation_config.json", 104),
    made("tokenizer.json", 23_415),
    made("tokenizer_config.json", 486),
    made(weights, weightsBytes),
  ]);
  return hubModel(id, { ...files, ...more }, commit === undefined ? {} : { commit });
}

/** What must stand on the disk once a model is whole. */
export function hashesOf({ files }: HubModel): Record<string, string> {
  const served = [...files.values()].filter(({ bytes }) => bytes !== null);
  return Object.fromEntries(served.map(({ path, sha256 }) => [path, sha256]));
}
