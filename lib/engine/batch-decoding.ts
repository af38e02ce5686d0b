import { findLoop } from "./find-loop.ts";

/** What decoding needs to know of a model. */
export interface DecodingRules {
  vocab_size: number;
  max_position_embeddings: number;
  eos_token_id: number;
  /** Never written. */
  pad_token_id: number;
  decoder_start_token_id: number;
  /** Whether the same three tokens may never be written twice. */
  forbidsRepeats: boolean;
}

/** One text of a batch: what has been written for it, and whether that is all. */
interface Row {
  sourceIds: readonly number[];
  tokenIds: number[];
  ending: "complete" | "length" | "loop" | null;
  mostTokens: number;
}

/** A translation is rarely longer than twice its source; short ones need some room. */
const TIMES_LONGER = 2;
const EXTRA_TOKENS = 16;

/**
 * Writes several translations side by side, always taking the most likely token. One that is done
 * leaves the batch, and the others close up.
 */
export class BatchDecoding {
  readonly #rules: DecodingRules;
  readonly #rows: readonly Row[];
  #open: readonly Row[];

  constructor(sources: readonly (readonly number[])[], rules: DecodingRules) {
    this.#rules = rules;
    this.#rows = sources.map((sourceIds) => ({
      sourceIds,
      tokenIds: [],
      ending: null,
      mostTokens: Math.min(
        rules.max_position_embeddings - 1,
        TIMES_LONGER * sourceIds.length + EXTRA_TOKENS,
      ),
    }));
    this.#open = this.#rows;
  }

  get isDone(): boolean {
    return this.#open.length === 0;
  }

  /** The token that each row of the batch goes on from. */
  get lastTokenIds(): number[] {
    return this.#open.map(({ tokenIds }) => tokenIds.at(-1) ?? this.#rules.decoder_start_token_id);
  }

  /** The translations so far, in the order of their sources; those that are not done count as cut off. */
  get rows(): { tokenIds: readonly number[]; ending: "complete" | "length" | "loop" }[] {
    return this.#rows.map(({ tokenIds, ending }) => ({ tokenIds, ending: ending ?? "length" }));
  }

  /**
   * Takes a pass's scores: for each row of the batch a score for each token of the vocabulary. Gives
   * the places of the rows that go on; they are the batch from now on.
   */
  take(logits: Float32Array): number[] {
    const { vocab_size: width } = this.#rules;
    const staying = this.#open.flatMap((row, at) => {
      this.#write(row, logits.subarray(at * width, (at + 1) * width));
      return row.ending === null ? [at] : [];
    });
    this.#open = this.#open.filter(({ ending }) => ending === null);
    return staying;
  }

  #write(row: Row, scores: Float32Array): void {
    const next = this.#likeliest(row, scores);
    if (next === this.#rules.eos_token_id) {
      row.ending = "complete";
      return;
    }
    row.tokenIds.push(next);
    if (findLoop(row.tokenIds, row.sourceIds) !== null) row.ending = "loop";
    else if (row.tokenIds.length >= row.mostTokens) row.ending = "length";
  }

  #likeliest({ tokenIds }: Row, scores: Float32Array): number {
    const banned = this.#rules.forbidsRepeats ? repeatsAfter(tokenIds) : new Set<number>();
    let best = this.#rules.eos_token_id;
    let greatest = -Infinity;
    for (let token = 0; token < scores.length; token++) {
      const score = scores[token] ?? -Infinity;
      if (score <= greatest || token === this.#rules.pad_token_id || banned.has(token)) continue;
      greatest = score;
      best = token;
    }
    return best;
  }
}

/** The tokens that stand, somewhere before, behind the same two that are the last now. */
function repeatsAfter(tokenIds: readonly number[]): Set<number> {
  const [first, second] = tokenIds.slice(-2);
  const repeats = new Set<number>();
  for (let at = 2; at < tokenIds.length; at++) {
    const token = tokenIds[at];
    if (token !== undefined && tokenIds[at - 2] === first && tokenIds[at - 1] === second)
      repeats.add(token);
  }
  return repeats;
}
