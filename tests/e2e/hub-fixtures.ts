import { test as base, expect } from "./fixtures.ts";
import { makePage } from "./made-pages.ts";
import { hubHosts, PlayedHub } from "./played-hub.ts";
import { trustingHub } from "./played-hub/certificate.ts";
import { RecordingProxy } from "./recording-proxy.ts";

/** In these tests the browser finds a hub, and nothing else beyond the pages of `.example`. */
export const test = base.extend<{ hub: PlayedHub }>({
  browserArgs: trustingHub,

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the braces
  hub: async ({}, use) => {
    const hub = new PlayedHub();
    await use(hub);
    hub.close();
  },

  network: async ({ hub }, use) => {
    const proxy = new RecordingProxy(makePage);
    const port = await hub.listen();
    for (const host of hubHosts) proxy.play(host, port);
    await use(proxy);
    const known = new Set(hubHosts.map((host) => `https://${host}:443`));
    const others = proxy.requests().filter((url) => !known.has(url) && !isOfPage(url));
    expect(others, "requests to neither the hub nor a page of the test").toEqual([]);
    proxy.close();
  },
});

function isOfPage(url: string): boolean {
  return /^http:\/\/[\w.-]+\.example\//.test(url);
}
