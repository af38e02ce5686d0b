import type { CatalogueModel } from "../lib/models/catalogue.ts";
import type { Fit, Misfit } from "../lib/models/fit.ts";
import { type Prediction, roughSeconds } from "../lib/models/predict-speed.ts";
import { inWords } from "./bytes.ts";

interface Props {
  model: CatalogueModel;
  fit: Fit;
}

/** What a reader should know of a model before fetching it, or why it would not run here. */
export function ModelFacts({ model, fit }: Props) {
  const { licence, languages, weights, faithfulness, caution } = model;
  const aboutBytes = fit.kind === "fits" ? fit.weights.aboutBytes : weights[0]?.aboutBytes;
  return (
    <div class="model-facts">
      <p class="facts">
        {aboutBytes !== undefined && <span>about {inWords(aboutBytes)}</span>}
        <span>{languages}</span>
      </p>
      <p>
        {licence.name}. {licence.terms}
      </p>
      {fit.kind === "unfit" ? (
        <p class="misfit">Does not run here: {misfitInWords(fit)}</p>
      ) : (
        <p>{speedInWords(fit.prediction)}</p>
      )}
      {faithfulness !== null && <p>{faithfulness}</p>}
      {caution !== null && <p>{caution}</p>}
    </div>
  );
}

function speedInWords(prediction: Prediction | null): string {
  if (!prediction) return "How fast it would be on this device could not be measured.";
  const { firstWordSeconds, secondsPer100Words } = prediction;
  const first = secondsInWords(firstWordSeconds);
  const per100 = secondsInWords(secondsPer100Words);
  return `On this device: about ${first} to the first word, then about ${per100} per 100 words.`;
}

function secondsInWords(exactSeconds: number): string {
  const seconds = roughSeconds(exactSeconds);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

function misfitInWords(misfit: Misfit): string {
  switch (misfit.reason) {
    case "needs-webgpu":
      return "it needs a graphics card that this browser can use (WebGPU).";
    case "needs-shader-f16":
      return "it needs a graphics card that computes with 16-bit floats.";
    case "buffer-too-small":
      return `it needs ${inWords(misfit.neededBytes)} of graphics memory in one piece, and this device gives ${inWords(misfit.availableBytes)}.`;
    case "too-little-memory":
      return `it needs about ${inWords(misfit.neededBytes)} of memory, and this device can spare about ${inWords(misfit.availableBytes)}.`;
    case "too-little-space":
      return `it needs ${inWords(misfit.neededBytes)} on the disk, and ${inWords(misfit.availableBytes)} are free.`;
  }
}
