import type { Architecture, Mixer } from "./architecture.ts";

const convolution: Mixer = { kind: "short convolution" };
const deltaRule: Mixer = { kind: "gated delta rule" };
const normed: Mixer = { kind: "attention", normsHeads: true, base: 1e6 };
const packed: Mixer = { kind: "attention", isPacked: true, base: 1e4 };

/** The architectures of the catalogue's models, by the names that their folders get. */
export const architectures = {
  "tiny-smollm2": {
    modelType: "llama",
    className: "LlamaForCausalLM",
    format: "smollm2",
    layers: [
      { kind: "attention", base: 1e5 },
      { kind: "attention", base: 1e5 },
    ],
    feedForward: "silu",
    positions: "rotated before",
    seed: 1,
  },
  "tiny-llama": {
    modelType: "llama",
    className: "LlamaForCausalLM",
    format: "llama3",
    layers: [
      { kind: "attention", base: 5e5 },
      { kind: "attention", base: 5e5 },
    ],
    feedForward: "silu",
    positions: "rotated inside",
    seed: 371,
  },
  "tiny-phi35": {
    modelType: "phi3",
    className: "Phi3ForCausalLM",
    format: "phi3",
    layers: [packed, packed],
    feedForward: "packed silu",
    positions: "rotated inside",
    seed: 102,
  },
  "tiny-phi4": {
    modelType: "phi3",
    className: "Phi3ForCausalLM",
    format: "phi4",
    config: { partial_rotary_factor: 0.5 },
    layers: [
      { ...packed, turnedSize: 16 },
      { ...packed, turnedSize: 16 },
    ],
    feedForward: "packed silu",
    positions: "rotated inside",
    seed: 598,
  },
  "tiny-gemma3": {
    modelType: "gemma3_text",
    className: "Gemma3ForCausalLM",
    format: "gemma",
    config: { sliding_window: 64, sliding_window_pattern: 2 },
    layers: [{ ...normed, windowTokens: 64, base: 1e4 }, normed],
    feedForward: "gelu",
    positions: "rotated before",
    factors: { embedding: 8 },
    normsAfter: true,
    seed: 239,
  },
  "tiny-qwen3": {
    modelType: "qwen3",
    className: "Qwen3ForCausalLM",
    format: "qwen3",
    layers: [normed, normed],
    feedForward: "silu",
    positions: "rotated before",
    seed: 60,
  },
  "tiny-qwen35": {
    modelType: "qwen3_5_text",
    className: "Qwen3_5ForCausalLM",
    format: "qwen35",
    config: { layer_types: ["linear_attention", "linear_attention", "full_attention"] },
    layers: [deltaRule, deltaRule, { ...normed, isGated: true, turnedSize: 8, base: 1e7 }],
    feedForward: "silu",
    positions: "rotated in three",
    seed: 97,
  },
  "tiny-lfm2": {
    modelType: "lfm2",
    className: "Lfm2ForCausalLM",
    format: "lfm2",
    config: { layer_types: ["conv", "full_attention", "conv"], conv_L_cache: 3 },
    layers: [convolution, normed, convolution],
    feedForward: "silu",
    positions: "rotated inside",
    seed: 179,
  },
  "tiny-granite4": {
    modelType: "granitemoehybrid",
    className: "GraniteMoeHybridForCausalLM",
    format: "granite4",
    config: { layer_types: ["attention", "attention"] },
    layers: [
      { kind: "attention", base: 1e7, scale: 1 / 4 },
      { kind: "attention", base: 1e7, scale: 1 / 4 },
    ],
    feedForward: "packed silu",
    positions: "rotated before",
    factors: { embedding: 12, residual: 0.5, logits: 1 / 4 },
    seed: 54,
  },
} as const satisfies Record<string, Architecture>;
export type ArchitectureName = keyof typeof architectures;
