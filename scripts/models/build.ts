/**
 * Builds the small models that the tests use and the networks that Sotto itself brings along:
 * `node scripts/models/build.ts [folder for the models] [folder for the networks]`.
 */
import { join } from "node:path";
import { buildCopyModel } from "./copy-model.ts";
import { lexicons } from "./lexicon.ts";
import { buildMarianModel } from "./marian-model.ts";
import { buildSmallestNetwork } from "./smallest-network.ts";
import { buildSpeedProbes } from "./speed-probe.ts";

const committed = join(import.meta.dirname, "../../tests/fixtures/models");
const folder = process.argv[2] ?? committed;
buildCopyModel(join(folder, "copy-qwen3"));
for (const lexicon of lexicons)
  buildMarianModel(join(folder, `opus-mt-${lexicon.from}-${lexicon.to}`), lexicon);
const engine = process.argv[3] ?? join(import.meta.dirname, "../../lib/engine");
buildSmallestNetwork(engine);
buildSpeedProbes(engine);
