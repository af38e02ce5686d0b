/** Where models are listed and asked for. */
export const hubOrigin = "https://huggingface.co";

/**
 * Every host that a model file may come from: the hub answers a request for a file with a redirect
 * to one of its stores, and a policy that does not list them blocks the redirect.
 */
const hubHosts = [hubOrigin, "https://*.huggingface.co", "https://*.hf.co"];

/**
 * The manifest's policy: nothing is allowed but our own files and the hub. Pages that see text
 * narrow `connect-src` further, to `'self'`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  `connect-src 'self' ${hubHosts.join(" ")}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
