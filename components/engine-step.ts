import type { EngineState } from "../lib/engine/state.ts";
import { partInWords } from "./bytes.ts";
import type { Step } from "./StepView.tsx";

/** What the engine does before it begins with a job. */
export function engineStep(engine: EngineState): Step {
  switch (engine.kind) {
    case "loading": {
      const { loadedBytes, totalBytes } = engine;
      if (totalBytes === 0) return unmeasured("Loading the model");
      const figures = partInWords(loadedBytes, totalBytes);
      return { words: "Loading the model", figures, done: loadedBytes / totalBytes };
    }
    case "busy":
      return unmeasured("Waiting for another answer to end");
    case "empty":
    case "ready":
    case "failed":
      return unmeasured("Starting the model");
  }
}

/** A step of which nobody knows how long it takes. */
export function unmeasured(words: string): Step {
  return { words, figures: null, done: null };
}
