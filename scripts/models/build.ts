/** Builds the small models that the tests use: `node scripts/models/build.ts [folder]`. */
import { join } from "node:path";
import { buildCopyModel } from "./copy-model.ts";
import { buildMarianModel } from "./marian-model.ts";

const committed = join(import.meta.dirname, "../../tests/fixtures/models");
const folder = process.argv[2] ?? committed;
buildCopyModel(join(folder, "copy-qwen3"));
buildMarianModel(join(folder, "marian-lexicon"));
