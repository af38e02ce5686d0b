import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { servePageTranslation } from "../lib/channels/page-translation.ts";
import { translateInFrame } from "../lib/page/in-place/translate-in-frame.ts";

/** Says in the script's own world, which the page does not see, that it is there. */
const isHere = "sottoTranslator";

// Injected when the reader asks for the page's translation. It stays until the page is restored.
export default defineUnlistedScript(() => {
  if (Reflect.has(globalThis, isHere)) return;
  Reflect.set(globalThis, isHere, true);
  const stop = servePageTranslation(
    translateInFrame(document, () => {
      stop();
      Reflect.deleteProperty(globalThis, isHere);
    }),
  );
});
