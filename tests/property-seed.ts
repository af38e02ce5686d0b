import * as fc from "fast-check";

/**
 * What property tests draw their cases from: always the same, so that a change alone can make a test
 * fail. `SEED=7 npm run unit` draws others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
