import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { type BrowserContext, chromium, type CDPSession, type Page } from "playwright";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { attachToWorker, type WorkerSession } from "./worker-session.ts";

/** The production build, which is what every test, bench and demo runs. */
export const production = join(import.meta.dirname, "../../.output/chrome-mv3");

export interface LaunchOptions {
  headed?: boolean;
  args?: readonly string[];
  /** `host:port` of a proxy that every request goes through, those to this machine too. */
  proxy?: string;
  env?: Record<string, string>;
  /** A folder with another build of the extension than the production build. */
  extension?: string;
  /** A folder to keep as the profile; without it a new one is made and removed. */
  profile?: string;
  /** Leaves the welcome page open, which is closed otherwise. */
  keepsWelcome?: boolean;
}

/** A browser with only Sotto in it. */
export interface Launched {
  context: BrowserContext;
  extensionId: string;
  /** A tab in front of all others. */
  openTab(url: string): Promise<Page>;
  /** A tab in a window of its own. */
  openWindow(url: string): Promise<Page>;
  /** Ends the service worker, as Chrome does after 30 idle seconds. */
  stopServiceWorker(): Promise<void>;
  /** A real click on the toolbar button while `tab` is in front: grants `activeTab`. */
  clickToolbar(tab: Page): Promise<void>;
  /** The real side panel, once it has opened; each call gives one that none gave before. */
  panel(): Promise<Page>;
  /** The engine's worker, which must be running. */
  engineWorker(): Promise<WorkerSession>;
  close(): Promise<void>;
}

/** Starts a browser with the built extension in a profile of its own. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "sotto-"));
  const isNew = !existsSync(join(profile, "Default")); // where Sotto was never installed
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? "chromium",
    headless: false, // Playwright's headless mode has no side panel; the new one below has
    chromiumSandbox: false,
    viewport: null,
    ignoreDefaultArgs: ["--disable-extensions"],
    ...(options.proxy ? { proxy: { server: options.proxy, bypass: "<-loopback>" } } : {}),
    ...(options.env ? { env: { ...process.env, ...options.env } } : {}),
    args: [
      ...(options.headed ? [] : ["--headless=new"]),
      ...quietArgs,
      "--window-size=1280,900",
      "--remote-debugging-port=0",
      "--enable-unsafe-extension-debugging",
      ...(options.args ?? []),
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error("the browser has no connection of its own");
  const session = await browser.newBrowserCDPSession();
  const starting = context.waitForEvent("serviceworker");
  const loaded = await send(session, "Extensions.loadUnpacked", {
    path: options.extension ?? production,
  });
  const { id: extensionId } = v.parse(loadedSchema, loaded);
  const worker = await starting;
  await worker.evaluate(() => 0); // until it has run once, Chrome does not know what it listens to
  const welcome = isNew ? await waitForWelcome(context) : null;
  if (!options.keepsWelcome) await welcome?.close();
  const panels = new Panels(profile, `chrome-extension://${extensionId}/sidepanel.html`);
  return {
    context,
    extensionId,
    openTab: (url) => openTab(context, url),
    openWindow: (url) => openWindow(session, context, url),
    stopServiceWorker: () => stopServiceWorker(context),
    clickToolbar: (tab) => clickToolbar(session, tab, extensionId),
    panel: () => panels.page(),
    engineWorker: () => attachToWorker(browserUrl(profile), /engine-worker/),
    close: async () => {
      await panels.close();
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Ends the browser as a loss of power would, and waits until it is gone. */
export async function crashBrowser({ context }: Launched): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error("the browser has no connection of its own");
  const session = await browser.newBrowserCDPSession();
  const gone = new Promise((resolve) => browser.on("disconnected", resolve));
  send(session, "Browser.crash", {}).catch(() => {}); // nobody is left to answer
  await gone;
}

/**
 * Ends the process that all pages and workers of the extension share, and loads the extension again,
 * as the browser then offers to.
 */
export async function crashExtension({ context, extensionId }: Launched): Promise<void> {
  const page = context.pages().find((page) => page.url().includes(extensionId));
  if (!page) throw new Error("no page of the extension is open");
  const gone = page.waitForEvent("crash");
  const session = await context.newCDPSession(page);
  session.send("Page.crash").catch(() => {}); // nobody is left to answer
  await gone;
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser) await send(browser, "Extensions.loadUnpacked", { path: production });
}

/** What a browser would otherwise ask of the network by itself. */
const quietArgs = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--disable-quic",
];

/** Playwright's types know fewer methods of the protocol than Chromium has. */
type SendAnything = (method: string, params: object) => Promise<unknown>;

function send(session: CDPSession, method: string, params: object): Promise<unknown> {
  const send: unknown = session.send.bind(session);
  return (send as SendAnything)(method, params);
}

const loadedSchema = v.object({ id: v.string() });
const targetsSchema = v.object({
  targetInfos: v.array(v.object({ targetId: v.string(), type: v.string(), url: v.string() })),
});

/** The page that opens once Sotto is installed, which would come before what a test opens. */
async function waitForWelcome(context: BrowserContext): Promise<Page> {
  for (let tries = 0; tries < 500; tries++) {
    // a page's event may come before its address
    const welcome = context.pages().find((page) => page.url().endsWith("/welcome.html"));
    if (welcome) return welcome;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the welcome page did not open");
}

async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const blank = context.pages().find((page) => page.url() === "about:blank");
  const page = blank ?? (await context.newPage());
  await page.goto(url);
  await page.bringToFront();
  return page;
}

async function openWindow(session: CDPSession, context: BrowserContext, url: string) {
  const opening = context.waitForEvent("page");
  await send(session, "Target.createTarget", { url: "about:blank", newWindow: true });
  const page = await opening;
  await page.goto(url);
  return page;
}

async function stopServiceWorker(context: BrowserContext): Promise<void> {
  const [page] = context.pages();
  if (!page) throw new Error("no page is open");
  const session = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}

async function clickToolbar(session: CDPSession, tab: Page, id: string): Promise<void> {
  await tab.bringToFront();
  const targets = await send(session, "Target.getTargets", { filter: [{}] });
  const target = v
    .parse(targetsSchema, targets)
    .targetInfos.find(({ type, url }) => type === "tab" && url === tab.url());
  if (!target) throw new Error(`no tab shows ${tab.url()}`);
  await send(session, "Extensions.triggerAction", { id, targetId: target.targetId });
}

/** Side panels, which Playwright sees only over a connection made after they have opened. */
class Panels {
  readonly #profile: string;
  readonly #url: string;
  readonly #connections: { close(): Promise<void> }[] = [];
  /** The browser's names for the panels that were given out. */
  readonly #known = new Set<string>();

  constructor(profile: string, url: string) {
    this.#profile = profile;
    this.#url = url;
  }

  async page(): Promise<Page> {
    const target = await this.#newTarget();
    this.#known.add(target);
    const browser = await chromium.connectOverCDP(this.#address());
    this.#connections.push(browser);
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      const session = await page.context().newCDPSession(page);
      const { targetInfo } = await session.send("Target.getTargetInfo");
      await session.detach();
      if (targetInfo.targetId === target) return page;
    }
    throw new Error("the panel went away");
  }

  /** The panel that has opened since the last one was given out. */
  async #newTarget(): Promise<string> {
    for (let tries = 0; tries < 300; tries++) {
      const targets: { id: string; url: string; type: string }[] = await fetchJson(
        `${this.#address()}/json/list`,
      );
      const target = targets.find(
        ({ id, url, type }) => url === this.#url && type === "page" && !this.#known.has(id),
      );
      if (target) return target.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("the panel did not open");
  }

  #address(): string {
    return new URL(browserUrl(this.#profile).replace("ws:", "http:")).origin;
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) await connection.close();
  }
}

/** The address of the browser's protocol, which Chromium writes into its profile. */
function browserUrl(profile: string): string {
  const [port, path] = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n");
  return `ws://127.0.0.1:${port}${path}`;
}

async function fetchJson(url: string) {
  return (await fetch(url)).json();
}
