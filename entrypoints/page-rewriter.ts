import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { rewriteInFrame } from "../lib/page/rewrite-in-frame.ts";

// Injected when the reader asks for a rewrite and when it is applied; nothing of ours stays in a page.
export default defineUnlistedScript(() => rewriteInFrame(window));
