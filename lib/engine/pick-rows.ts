import { Tensor } from "@huggingface/transformers";
import * as v from "valibot";

/** Some of the rows of a table on the processor. @param rows Their places, in rising order. */
export function pickRows({ type, data, dims }: Tensor, rows: readonly number[]): Tensor {
  const values = v.parse(valuesSchema, data).slice();
  const [count = 1, ...rest] = dims;
  const width = values.length / count;
  for (const [at, row] of rows.entries())
    values.copyWithin(at * width, row * width, (row + 1) * width);
  return new Tensor(type, values.subarray(0, rows.length * width), [rows.length, ...rest]);
}

const valuesSchema = v.union([v.instance(Float32Array), v.instance(BigInt64Array)]);
