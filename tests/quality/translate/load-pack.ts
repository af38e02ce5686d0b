import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { AutoModelForSeq2SeqLM, AutoTokenizer, env, LogLevel } from "@huggingface/transformers";
import { MarianModel } from "../../../lib/engine/marian-model.ts";
import type { Leg } from "../../../lib/engine/translate-sentences.ts";
import { packOf } from "../../../lib/models/packs.ts";

const downloads = join(import.meta.dirname, "../../../.cache/hub");

/**
 * Loads a pack from a folder, or by its name on the hub, which needs a network once.
 * @throws Error if it is none that Sotto offers: nobody knows then what it translates.
 */
export async function loadPack(idOrFolder: string): Promise<Leg> {
  const isFolder = existsSync(idOrFolder);
  const name = isFolder ? basename(resolve(idOrFolder)) : idOrFolder;
  const pack = packOf(name);
  if (!pack) throw new Error(`No pack of Sotto's is called ${name}.`);
  env.logLevel = LogLevel.NONE;
  env.cacheDir = downloads;
  env.allowRemoteModels = !isFolder;
  env.localModelPath = isFolder ? dirname(resolve(idOrFolder)) : downloads;
  const { revision, from, to, targetMark } = pack;
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(name, { revision }),
    AutoModelForSeq2SeqLM.from_pretrained(name, { revision, dtype: "q8", device: "cpu" }),
  ]);
  return { from, to, model: new MarianModel(tokenizer, model, targetMark) };
}
