import { type FeedForward, size } from "./architecture.ts";
import type { Parts } from "./parts.ts";

const { hidden, inner } = size;

/** The part of a layer that looks at each token alone. */
export function addFeedForward(
  parts: Parts,
  { layer, input }: { layer: number; input: string },
  kind: FeedForward,
): string {
  const name = `model.layers.${layer}.mlp`;
  const [gate = "", up = ""] = project(parts, name, input, kind);
  const opened =
    kind === "gelu"
      ? parts.graph.node("Gelu", [gate], `${name}/gelu`, { attributes: { approximate: "tanh" } })
      : parts.silu(name, gate);
  const product = parts.graph.node("Mul", [opened, up], `${name}/inner`);
  return parts.backLinear(`${name}.down_proj`, product, inner);
}

function project(parts: Parts, name: string, input: string, kind: FeedForward): string[] {
  if (kind !== "packed silu")
    return ["gate_proj", "up_proj"].map((matrix) =>
      parts.linear(`${name}.${matrix}`, input, [hidden, inner]),
    );
  const both = parts.linear(`${name}.gate_up_proj`, input, [hidden, 2 * inner]);
  return parts.split(name, both, [inner, inner]);
}
