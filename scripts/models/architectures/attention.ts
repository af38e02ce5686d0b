import { type Mixer, type Positions, size } from "./architecture.ts";
import { batch, type Parts } from "./parts.ts";

type Attention = Extract<Mixer, { kind: "attention" }>;

const querySize = size.heads * size.head;
const keySize = size.keyHeads * size.head;
/** Scores of noise are otherwise so alike that no token is told from another. */
const sharpness = 2.5;

interface Place {
  readonly layer: number;
  readonly input: string;
  readonly positions: Positions;
}

/** Attention with a KV cache, as the fused operator computes it. */
export function addAttention(parts: Parts, place: Place, options: Attention): string {
  const name = `model.layers.${place.layer}.attn`;
  const { query, key, value, gate } = project(parts, name, place.input, options);
  const turned = turn(parts, { name, query, key, positions: place.positions }, options);
  const attended = attend(parts, { ...turned, name, value, layer: place.layer }, options);
  const gated = gate ? parts.graph.node("Mul", [attended, gate], `${name}/gated`) : attended;
  return parts.backLinear(`${name}.o_proj`, gated, querySize, 3);
}

interface Projected {
  query: string;
  key: string;
  value: string;
  gate: string | null;
}

function project(parts: Parts, name: string, input: string, options: Attention): Projected {
  const { hidden } = size;
  if (options.isPacked) {
    const query = parts.linear(
      `${name}.qkv_proj`,
      input,
      [hidden, querySize + 2 * keySize],
      sharpness,
    );
    return { query, key: "", value: "", gate: null };
  }
  const queries = options.isGated ? 2 * querySize : querySize;
  const whole = parts.linear(`${name}.q_proj`, input, [hidden, queries], sharpness);
  const key = parts.linear(`${name}.k_proj`, input, [hidden, keySize]);
  const value = parts.linear(`${name}.v_proj`, input, [hidden, keySize]);
  const [query = whole, opening] = options.isGated
    ? parts.split(`${name}.gate`, whole, [querySize, querySize])
    : [whole];
  return {
    query: options.normsHeads ? normHeads(parts, `${name}.q_norm`, query, size.heads) : query,
    key: options.normsHeads ? normHeads(parts, `${name}.k_norm`, key, size.keyHeads) : key,
    value,
    gate: opening ? parts.graph.node("Sigmoid", [opening], `${name}/opened`) : null,
  };
}

function normHeads(parts: Parts, name: string, input: string, heads: number): string {
  const apart = parts.reshape(`${name}.apart`, input, [0, 0, heads, size.head]);
  const normed = parts.norm(name, apart, size.head);
  return parts.reshape(`${name}.together`, normed, [0, 0, heads * size.head]);
}

function turn(
  parts: Parts,
  {
    name,
    query,
    key,
    positions,
  }: { name: string; query: string; key: string; positions: Positions },
  options: Attention,
): { query: string; key: string; rotations: string[] } {
  const rotations = addRotations(parts, name, options);
  if (positions === "rotated inside") return { query, key, rotations };
  const rotate = (input: string, what: string, heads: number) => {
    const turned = options.turnedSize ?? size.head;
    const inputs = [input, "position_ids", ...rotations];
    const common = { interleaved: 0, num_heads: heads, rotary_embedding_dim: turned };
    return positions === "rotated in three"
      ? parts.fused("MRotaryEmbedding", inputs, `${name}.${what}/rotated`, {
          ...common,
          mrope_section: sections(turned / 2),
          mrope_layout: 1,
        })
      : parts.fused("RotaryEmbedding", inputs, `${name}.${what}/rotated`, common);
  };
  return {
    query: rotate(query, "q", size.heads),
    key: rotate(key, "k", size.keyHeads),
    rotations: [],
  };
}

/** Time, height and width have a share of the pairs each. */
function sections(pairs: number): number[] {
  const share = Math.floor(pairs / 3);
  return [pairs - 2 * share, share, share];
}

function addRotations(parts: Parts, name: string, { base, turnedSize }: Attention): string[] {
  const pairs = (turnedSize ?? size.head) / 2;
  const angleAt = (i: number) => Math.floor(i / pairs) * base ** (-(i % pairs) / pairs);
  return [Math.cos, Math.sin].map((wave) => {
    const values = Float32Array.from({ length: size.positions * pairs }, (_, i) =>
      wave(angleAt(i)),
    );
    return parts.writer.floats(`${name}.${wave.name}_cache`, [size.positions, pairs], values);
  });
}

function attend(
  parts: Parts,
  part: Omit<Projected, "gate"> & { name: string; layer: number; rotations: string[] },
  { windowTokens, scale }: Attention,
): string {
  const { name, layer, query, key, value, rotations } = part;
  const [past, present] = [addCacheInput(parts, layer), addCacheOutput(parts, layer)];
  return parts.fused(
    "GroupQueryAttention",
    [query, key, value, ...past, "seqlens_k", "total_sequence_length", ...rotations],
    [`${name}/output`, ...present],
    {
      num_heads: size.heads,
      kv_num_heads: size.keyHeads,
      scale: { float: scale ?? 1 / Math.sqrt(size.head) },
      ...(windowTokens ? { local_window_size: windowTokens } : {}),
      ...(rotations.length > 0 ? { do_rotary: 1, rotary_interleaved: 0 } : {}),
    },
  );
}

function addCacheInput(parts: Parts, layer: number): string[] {
  const shape = [batch, size.keyHeads, "past_sequence_length", size.head];
  const type = parts.writer.floatType;
  return ["key", "value"].map((part) =>
    parts.graph.input(`past_key_values.${layer}.${part}`, type, shape),
  );
}

function addCacheOutput(parts: Parts, layer: number): string[] {
  const shape = [batch, size.keyHeads, "total_sequence_length", size.head];
  const type = parts.writer.floatType;
  return ["key", "value"].map((part) =>
    parts.graph.output(`present.${layer}.${part}`, type, shape),
  );
}
