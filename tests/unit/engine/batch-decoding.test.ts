import { expect, test } from "vitest";
import { BatchDecoding } from "../../../lib/engine/batch-decoding.ts";

const end = 0;
const start = 9;
const rules = {
  vocab_size: 10,
  max_position_embeddings: 8,
  eos_token_id: end,
  pad_token_id: start,
  decoder_start_token_id: start,
  forbidsRepeats: false,
};

/** Scores of which, row by row, one token has the most. */
function favour(...tokens: readonly number[]): Float32Array {
  const scores = new Float32Array(tokens.length * rules.vocab_size);
  for (const [row, token] of tokens.entries()) scores[row * rules.vocab_size + token] = 1;
  return scores;
}

test("a translation that is done leaves the batch, and the others go on from their own tokens", () => {
  const decoding = new BatchDecoding([[1], [1], [1]], rules);
  expect(decoding.lastTokenIds).toEqual([start, start, start]);
  expect(decoding.take(favour(1, 2, 3))).toEqual([0, 1, 2]);
  expect(decoding.take(favour(4, end, 5))).toEqual([0, 2]);
  expect(decoding.lastTokenIds).toEqual([4, 5]);
  expect(decoding.take(favour(end, 6))).toEqual([1]);
  expect(decoding.take(favour(end))).toEqual([]);
  expect(decoding.isDone).toBe(true);
  expect(decoding.rows).toEqual([
    { tokenIds: [1, 4], ending: "complete" },
    { tokenIds: [2], ending: "complete" },
    { tokenIds: [3, 5, 6], ending: "complete" },
  ]);
});

test("a translation as long as the model takes leaves it too, and counts as cut off", () => {
  const decoding = new BatchDecoding([[1], [1]], rules);
  for (let token = 1; token < 7; token++) decoding.take(favour(token, 8 - token));
  expect(decoding.take(favour(7, end))).toEqual([]);
  expect(decoding.rows.map(({ ending }) => ending)).toEqual(["length", "complete"]);
});
