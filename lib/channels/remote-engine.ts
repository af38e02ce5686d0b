import type { Engine } from "../engine/engine.ts";
import type { TranslationEngine } from "../engine/translation.ts";
import { openChannel } from "./channel.ts";
import { remoteCall } from "./remote-call.ts";

/** An engine in another page, used as if it were in this one. */
export const remoteEngine: Engine & TranslationEngine = {
  watch(listener) {
    const channel = openChannel("state");
    channel.onMessage(listener);
    return () => channel.close();
  },

  run: (job, onEvent, signal) => remoteCall(openChannel("job"), { request: job, onEvent }, signal),

  translate: (job, onEvent, signal) =>
    remoteCall(openChannel("translation"), { request: job, onEvent }, signal),
};
