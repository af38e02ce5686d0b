import "../../lib/engine/network-lock.ts";
import { serveProofreader } from "../../lib/channels/proofreader-worker.ts";
import { proofreadEnglish } from "../../lib/text/proofread-english.ts";

serveProofreader(proofreadEnglish);
