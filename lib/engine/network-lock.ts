// The engine worker's first import. What computes on a reader's text can send nothing: every way
// out of a worker is removed before any other code runs. `fetch` stays for our own packaged files,
// which ONNX Runtime needs, and for nothing else.

const ownOrigin = location.origin;
const packagedFetch = globalThis.fetch.bind(globalThis);

const waysOut = [
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "BroadcastChannel",
  "importScripts",
] as const;

for (const name of waysOut) remove(globalThis, name);
remove(Object.getPrototypeOf(navigator), "sendBeacon");
replace(globalThis, "fetch", lockedFetch);

/** `fetch` for files of this extension; anything else is refused before it reaches the browser. */
function lockedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (url.origin !== ownOrigin) return Promise.reject(new TypeError("The engine has no network."));
  return packagedFetch(input, init);
}

function remove(owner: object, name: string): void {
  replace(owner, name, undefined);
}

function replace(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: false, writable: false });
}
