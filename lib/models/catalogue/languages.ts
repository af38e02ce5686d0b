/**
 * The languages that models are published for, as ISO 639-1 codes, by their model cards; a model
 * that is not here knows more than a hundred, or nothing is known of it.
 */
const published: Readonly<Record<string, string>> = {
  "HuggingFaceTB/SmolLM2-135M-Instruct": "en",
  "HuggingFaceTB/SmolLM2-360M-Instruct": "en",
  "onnx-community/gemma-3-1b-it-ONNX": "en",
  "onnx-community/granite-4.0-350m-ONNX-web": "ar cs de en es fr it ja ko nl pt zh",
  "LiquidAI/LFM2.5-350M-ONNX": "ar de en es fr ja ko pt zh",
  "LiquidAI/LFM2.5-1.2B-Instruct-ONNX": "ar de en es fr ja ko zh",
  "onnx-community/Llama-3.2-1B-Instruct-ONNX": "de en es fr hi it pt th",
  "onnx-community/Phi-3.5-mini-instruct-onnx-web":
    "ar cs da de en es fi fr he hu it ja ko nl no pl pt ru sv th tr uk zh",
  "onnx-community/Phi-4-mini-instruct-web-q4f16":
    "ar cs da de en es fi fr he hu it ja ko nl no pl pt ru sv th tr uk zh",
};

/** Whether a model is published for a language, an ISO 639-1 code, or may be for all we know. */
export function mayKnow(modelId: string, language: string): boolean {
  return published[modelId]?.split(" ").includes(language) ?? true;
}
