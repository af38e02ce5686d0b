import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { takeSnapshot } from "../lib/page/take-snapshot.ts";

// Injected when a task needs the page, and gone when it returns: nothing of ours stays in a page.
export default defineUnlistedScript(() => takeSnapshot(document));
