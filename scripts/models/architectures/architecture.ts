import type { ChatFormatName } from "../chat-formats.ts";

/** A language model as its family builds it, small, with noise for weights. */
export interface Architecture {
  /** `model_type` and `architectures` of its `config.json`. */
  readonly modelType: string;
  readonly className: string;
  readonly format: ChatFormatName;
  /** What else the library looks for in `config.json`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What mixes tokens in each layer. */
  readonly layers: readonly Mixer[];
  readonly feedForward: FeedForward;
  /** Where the rotations come from. */
  readonly positions: Positions;
  /** Factors of the embedding, of what each part adds, and of the logits; 1 unless given. */
  readonly factors?: { embedding?: number; residual?: number; logits?: number };
  /** Whether what a part adds is normalized too, as in Gemma. */
  readonly normsAfter?: boolean;
  /** Picks the noise. */
  readonly seed: number;
}

/**
 * `rotated before`: queries and keys are turned by an operator that is given positions, `position_ids`;
 * `rotated inside`: attention turns them and counts by itself; `rotated in three`: positions come as
 * time, height and width, which are the same for text.
 */
export type Positions = "rotated before" | "rotated inside" | "rotated in three";

export type Mixer =
  | {
      readonly kind: "attention";
      /** Queries, keys and values from one matrix. */
      readonly isPacked?: boolean;
      /** Queries and keys are normalized head by head. */
      readonly normsHeads?: boolean;
      /** A part of the queries' matrix gates the output. */
      readonly isGated?: boolean;
      /** Tokens that it looks back; all unless given. */
      readonly windowTokens?: number;
      /** Dimensions of a head that are turned; all unless given. */
      readonly turnedSize?: number;
      /** The base of the rotations' speeds. */
      readonly base: number;
      /** Of the scores; one over the root of a head's size unless given. */
      readonly scale?: number;
    }
  /** LFM2: a gated convolution over three tokens. */
  | { readonly kind: "short convolution" }
  /** Qwen3.5: a matrix of state that forgets and is corrected by every token. */
  | { readonly kind: "gated delta rule" };

/** `packed`: gate and other half from one matrix. */
export type FeedForward = "silu" | "packed silu" | "gelu";

/** Sizes that all have in common. */
export const size = {
  hidden: 64,
  inner: 128,
  heads: 4,
  keyHeads: 2,
  head: 32,
  positions: 2048,
  /** The number of the residual stream that says whether an answer ends after this token. */
  endFlag: 63,
  /** Tokens that a short convolution sees, in LFM2 and in Qwen3.5. */
  shortKernel: 3,
  deltaKernel: 4,
} as const;
