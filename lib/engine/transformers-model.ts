import {
  AutoModelForCausalLM,
  AutoModelForSeq2SeqLM,
  AutoTokenizer,
  env,
  LogLevel,
} from "@huggingface/transformers";
import { ChatModel } from "./chat-model.ts";
import type { Rung } from "./ladder.ts";
import type { LanguageModel } from "./language-model.ts";
import { MarianModel } from "./marian-model.ts";
import type { TranslationModel } from "./translation-model.ts";

/** A model's files, for a library that asks for some and is handed others. */
export interface ModelSource {
  /** A file by its path in the model, or null if there is none. */
  read(path: string): Uint8Array<ArrayBuffer> | null;
  /** The files that graphs name as the place of their weights. */
  weights: readonly { path: string; data: Uint8Array<ArrayBuffer> }[];
}

/** The folder that Transformers.js believes models to be in; no request for it leaves the worker. */
const MODELS_FOLDER = "/models/";

/**
 * Loads a model from the files of `source` into the runtime, which has started by then.
 * @throws whatever Transformers.js or ONNX Runtime throw for files they cannot use.
 */
export async function loadTransformersModel(
  modelId: string,
  rung: Rung,
  source: ModelSource,
): Promise<LanguageModel> {
  configureLibrary(modelId, source);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(modelId),
    AutoModelForCausalLM.from_pretrained(modelId, howToLoad(rung, source)),
  ]);
  tokenizer.chat_template ??= templateBeside(source);
  return new ChatModel(tokenizer, model);
}

/**
 * Loads a translation model in the same way; several may be loaded in a realm, one after the other,
 * on the same rung.
 * @param pack `targetMark` is what it wants before each text.
 * @throws as `loadTransformersModel`.
 */
export async function loadTranslationModel(
  pack: { id: string; targetMark: string | null },
  rung: Rung,
  source: ModelSource,
): Promise<TranslationModel> {
  configureLibrary(pack.id, source);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(pack.id),
    AutoModelForSeq2SeqLM.from_pretrained(pack.id, howToLoad(rung, source)),
  ]);
  return new MarianModel(tokenizer, model, pack.targetMark);
}

function howToLoad({ device, dtype }: Rung, { weights }: ModelSource) {
  return {
    device,
    dtype,
    use_external_data_format: false, // the library would read all of the weights into memory
    session_options: { externalData: weights },
  };
}

function configureLibrary(modelId: string, source: ModelSource): void {
  env.logLevel = LogLevel.NONE; // on an error it prints the prompt's tokens to the console
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = MODELS_FOLDER;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.fetch = async (input: string | URL) => {
    const prefix = `${MODELS_FOLDER}${modelId}/`;
    const path = new URL(String(input), location.origin).pathname;
    const file = path.startsWith(prefix) ? source.read(path.slice(prefix.length)) : null;
    return file
      ? new Response(file, { headers: { "content-length": String(file.byteLength) } })
      : new Response(null, { status: 404 });
  };
}

/** Newer models keep their chat template in a file of its own, which the library does not read. */
function templateBeside(source: ModelSource): string | null {
  const file = source.read("chat_template.jinja");
  return file && new TextDecoder().decode(file);
}
