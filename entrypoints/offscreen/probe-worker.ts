import "../../lib/engine/network-lock.ts";
import { serveSpeedProbe } from "../../lib/channels/serve-speed-probe.ts";
import { measureSpeed } from "../../lib/engine/measure-speed.ts";
import { openSpeedProbe } from "../../lib/engine/open-speed-probe.ts";

serveSpeedProbe(async (rung) => measureSpeed(await openSpeedProbe(rung)));
