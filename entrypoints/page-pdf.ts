import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { takeKeptPdf } from "../lib/page/pdf/kept-pdf.ts";

// Injected into a tab that shows a PDF, and gone when it returns.
export default defineUnlistedScript(() => takeKeptPdf());
