import { runMeasure } from "../run-measure.ts";

await runMeasure(import.meta.dirname, "quality");
