import { AutoModelForCausalLM, AutoTokenizer, env, LogLevel } from "@huggingface/transformers";
import { AppError } from "../errors.ts";
import { ChatModel } from "./chat-model.ts";
import type { Rung } from "./ladder.ts";
import type { LanguageModel } from "./language-model.ts";
import { runtimeFiles } from "./runtime-files.ts";

/** Gives a model's file by its path in the model, or null if there is none. */
export type OpenModelFile = (modelId: string, path: string) => Promise<Response | null>;

/** The folder that Transformers.js believes models to be in; no request for it leaves the worker. */
const MODELS_FOLDER = "/models/";

/**
 * Loads a model from files that `openFile` gives. Once in a realm: ONNX Runtime cannot be set up
 * again with another build or other threads.
 * @throws whatever Transformers.js or ONNX Runtime throw for files they cannot use.
 */
export async function loadTransformersModel(
  modelId: string,
  rung: Rung,
  openFile: OpenModelFile,
): Promise<LanguageModel> {
  configureLibrary(modelId, openFile);
  configureRuntime(rung);
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(modelId),
    AutoModelForCausalLM.from_pretrained(modelId, { device: rung.device, dtype: rung.dtype }),
  ]);
  tokenizer.chat_template ??= await templateBeside(modelId, openFile);
  return new ChatModel(tokenizer, model);
}

function configureLibrary(modelId: string, openFile: OpenModelFile): void {
  env.logLevel = LogLevel.NONE; // on an error it prints the prompt's tokens to the console
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = MODELS_FOLDER;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.fetch = async (input: string | URL) => {
    const prefix = `${MODELS_FOLDER}${modelId}/`;
    const path = new URL(String(input), location.origin).pathname;
    const file = path.startsWith(prefix)
      ? await openFile(modelId, path.slice(prefix.length))
      : null;
    return file ?? new Response(null, { status: 404 });
  };
}

function configureRuntime({ device, threads }: Rung): void {
  const wasm = env.backends.onnx.wasm;
  if (!wasm) throw new AppError("no-backend", "ONNX Runtime has no WASM backend");
  wasm.wasmPaths = runtimeFiles(device);
  wasm.numThreads = threads;
}

/** Newer models keep their chat template in a file of its own, which the library does not read. */
async function templateBeside(modelId: string, openFile: OpenModelFile): Promise<string | null> {
  const file = await openFile(modelId, "chat_template.jinja");
  return (await file?.text()) ?? null;
}
