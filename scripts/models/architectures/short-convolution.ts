import { size } from "./architecture.ts";
import type { Parts } from "./parts.ts";

/** LFM2's mixer: a depthwise convolution over the last tokens, with a gate before and one after. */
export function addShortConvolution(parts: Parts, layer: number, input: string): string {
  const { hidden, shortKernel } = size;
  const { graph } = parts;
  const name = `model.layers.${layer}.conv`;
  const projected = parts.linear(`${name}.in_proj`, input, [hidden, 3 * hidden]);
  const channels = parts.transpose(`${name}.in`, projected);
  const [before = "", after = "", value = ""] = parts.split(
    name,
    channels,
    [hidden, hidden, hidden],
    1,
  );
  const gated = graph.node("Mul", [before, value], `${name}/gated`);

  const [past, present] = parts.state("conv", layer, [hidden, shortKernel]);
  const seen = graph.node("Concat", [past, gated], `${name}/seen`, { attributes: { axis: 2 } });
  lastTokens(parts, { name: `${name}.state`, input: seen, count: shortKernel, output: present });

  const kernel = parts.floats(`${name}.weight`, [hidden, 1, shortKernel], 1);
  // The state is as long as the kernel, so that the first of the results is one too many.
  const convolved = graph.node("Conv", [seen, kernel], `${name}/convolved`, {
    attributes: { group: hidden, kernel_shape: [shortKernel], pads: [0, 0] },
  });
  const ends = [graph.integers(`${name}.first`, [1]), graph.integers(`${name}.end`, [last])];
  const axis = graph.integers(`${name}.axis`, [2]);
  const kept = graph.node("Slice", [convolved, ...ends, axis], `${name}/kept`);
  const opened = graph.node("Mul", [after, kept], `${name}/opened`);
  const tokens = parts.transpose(`${name}.out`, opened);
  return parts.backLinear(`${name}.out_proj`, tokens, hidden);
}

const last = 9223372036854775807n;

function lastTokens(
  parts: Parts,
  { name, input, count, output }: { name: string; input: string; count: number; output: string },
): void {
  const starts = parts.graph.integers(`${name}.starts`, [-count]);
  const ends = parts.graph.integers(`${name}.ends`, [last]);
  const axes = parts.graph.integers(`${name}.axes`, [2]);
  parts.graph.node("Slice", [input, starts, ends, axes], output);
}
