// The one place that says which hosts Sotto may ask.

/**
 * What the build was told of mirrors, put in its place by the bundler: the origins to fetch models
 * from, with spaces between them, the first one by default. Not there outside of a build.
 */
declare const SOTTO_MIRROR: string;

const publicHub = "https://huggingface.co";

/**
 * The hub answers a request for a file with a redirect to one of its stores, and a policy that does
 * not list them blocks the redirect.
 */
const publicStores = ["https://*.huggingface.co", "https://*.hf.co"];

/**
 * The origins that models may be fetched from, the usual one first: the public hub, unless `mirrors`
 * names others in its place.
 * @throws TypeError for what is no origin.
 */
export function originsOf(mirrors: string): readonly [string, ...string[]] {
  const [first, ...rest] = mirrors
    .split(/\s+/)
    .filter((address) => address !== "")
    .map(checkedOrigin);
  return first === undefined ? [publicHub] : [first, ...rest];
}

/** A mirror is in the policy as it is given, so it must be an address and nothing more. */
function checkedOrigin(address: string): string {
  const origin = address.replace(/\/$/, "");
  if (!/^https:\/\/[\w.-]+(:\d+)?$/.test(origin))
    throw new TypeError(`not the origin of a mirror: ${address}`);
  return origin;
}

const origins = originsOf(typeof SOTTO_MIRROR === "string" ? SOTTO_MIRROR : "");

/** Where models are listed and asked for. */
export const hubOrigin = origins[0];

/** Whether models may be listed at an origin. A policy set at run time can only choose among these. */
export function isHubOrigin(origin: string): boolean {
  return origins.includes(origin);
}

/** Whether a file may come from an address that the hub redirected to. */
export function isHubAddress(address: string): boolean {
  const { origin, host, protocol } = new URL(address);
  if (origins.includes(origin)) return true;
  const isStore = publicStores.some((store) => host.endsWith(store.replace("https://*", "")));
  return isStore && protocol === "https:" && origins.includes(publicHub);
}

/** Every host that the manifest's policy opens. */
function policyHosts(origins: readonly string[]): string {
  return [...origins, ...(origins.includes(publicHub) ? publicStores : [])].join(" ");
}

/**
 * The manifest's policy: nothing is allowed but our own files and the hub, or the mirrors that are
 * built in. The manifest cannot be changed at run time, so no other host can be asked later. Pages
 * that see text narrow `connect-src` further, to `'self'`.
 */
export function contentSecurityPolicy(mirrors = ""): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    `connect-src 'self' ${policyHosts(originsOf(mirrors))}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
