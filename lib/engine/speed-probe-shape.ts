/**
 * The networks that a device is measured with have the widths of a model of 360 million weights
 * (SmolLM2), and so many layers that their weights are more than most processors' caches hold.
 */
export const speedProbeShape = { hiddenSize: 960, intermediateSize: 2560, layers: 4 } as const;

/** Weights that each token passes through: two square matrices and three of the wider kind a layer. */
export function speedProbeWeights(): number {
  const { hiddenSize, intermediateSize, layers } = speedProbeShape;
  return layers * hiddenSize * (2 * hiddenSize + 3 * intermediateSize);
}
