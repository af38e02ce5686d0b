import "../../lib/engine/network-lock.ts";
import { servePdf } from "../../lib/channels/pdf-worker.ts";
import { openPdf } from "../../lib/page/pdf/open-pdf.ts";

servePdf((bytes) => openPdf(bytes, new URL("/cmaps/", location.origin).href));
