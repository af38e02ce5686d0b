import type { Engine } from "../engine/engine.ts";
import type { TranslationEngine } from "../engine/translation.ts";
import { AppError } from "../errors.ts";

/**
 * An engine whose page may not exist yet: what is asked of it waits until `open` has made the page,
 * so that nothing else has to.
 */
export function engineOnceThere(
  engine: Engine & TranslationEngine,
  open: () => Promise<void>,
): Engine & TranslationEngine {
  return {
    watch(listener) {
      let isWatched = true;
      let stop = () => {
        isWatched = false;
      };
      open().then(
        () => {
          if (isWatched) stop = engine.watch(listener);
        },
        (thrown: unknown) => listener({ kind: "failed", error: AppError.from(thrown).toWire() }),
      );
      return () => stop();
    },

    async run(job, onEvent, signal) {
      await open();
      await engine.run(job, onEvent, signal);
    },

    async translate(job, onEvent, signal) {
      await open();
      await engine.translate(job, onEvent, signal);
    },
  };
}
