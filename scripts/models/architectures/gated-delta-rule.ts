import { size } from "./architecture.ts";
import { epsilon, type Parts } from "./parts.ts";

const { hidden, head, deltaKernel } = size;
const heads = size.keyHeads;
const width = heads * head;

/**
 * Qwen3.5's mixer: a convolution over the last tokens, then a matrix of state for each head which
 * every token decays and corrects. Both states are as large after a thousand tokens as after one.
 */
export function addGatedDeltaRule(parts: Parts, layer: number, input: string): string {
  const name = `model.layers.${layer}.linear_attn`;
  const [query = "", key = "", value = ""] = convolve(parts, layer, input);
  const [past, present] = parts.state("recurrent", layer, [heads, head, head]);
  const { decay, rate } = addGates(parts, name, input);
  const attended = parts.fused(
    "LinearAttention",
    [unit(parts, `${name}.q`, query), unit(parts, `${name}.k`, key), value, past, decay, rate],
    [`${name}/output`, present],
    {
      q_num_heads: heads,
      kv_num_heads: heads,
      update_rule: "gated_delta",
      scale: { float: 1 / Math.sqrt(head) },
    },
  );
  const opening = parts.linear(`${name}.in_proj_z`, input, [hidden, width]);
  const opened = normAndOpen(parts, name, attended, opening);
  return parts.backLinear(`${name}.out_proj`, opened, width, 3);
}

function convolve(parts: Parts, layer: number, input: string): string[] {
  const name = `model.layers.${layer}.linear_attn.conv1d`;
  const [past, present] = parts.state("conv", layer, [3 * width, deltaKernel - 1]);
  const projected = parts.linear(`${name}.in_proj_qkv`, input, [hidden, 3 * width]);
  const kernel = parts.floats(`${name}.weight`, [3 * width, 1, deltaKernel], 1);
  const convolved = parts.fused(
    "CausalConvWithState",
    [parts.transpose(`${name}.in`, projected), kernel, "", past],
    [`${name}/output`, present],
    { activation: "silu" },
  );
  return parts.split(name, parts.transpose(`${name}.out`, convolved), [width, width, width]);
}

/** The logarithm of what is kept of the state, and how much of what is new goes in. */
function addGates(parts: Parts, name: string, input: string): { decay: string; rate: string } {
  const decaying = parts.linear(`${name}.in_proj_a`, input, [hidden, heads]);
  const rating = parts.linear(`${name}.in_proj_b`, input, [hidden, heads]);
  const bias = parts.writer.floats(`${name}.dt_bias`, [heads], Float32Array.of(-3, -4));
  const softened = parts.graph.node(
    "Softplus",
    [parts.graph.node("Add", [decaying, bias], `${name}/biased`)],
    `${name}/softplus`,
  );
  return {
    decay: parts.times(`${name}.decay`, softened, -0.5),
    rate: parts.graph.node("Sigmoid", [rating], `${name}/rate`),
  };
}

/** Each head as a vector of length one. */
function unit(parts: Parts, name: string, input: string): string {
  const apart = parts.reshape(`${name}.apart`, input, [0, 0, heads, head]);
  const normed = parts.norm(`${name}.length`, apart, head); // of length √head
  const scaled = parts.times(`${name}.unit`, normed, 1 / Math.sqrt(head));
  return parts.reshape(`${name}.together`, scaled, [0, 0, width]);
}

function normAndOpen(parts: Parts, name: string, attended: string, opening: string): string {
  const gains = parts.writer.floats(`${name}.norm.weight`, [head], new Float32Array(head).fill(1));
  return parts.fused("GatedRMSNorm", [attended, gains, opening], `${name}/opened`, { epsilon });
}
