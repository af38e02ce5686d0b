import type { Plugin } from "vite";

/**
 * Takes the address of a CDN out of the bundle. Transformers.js names it as a default that Sotto
 * overrides; stores refuse extensions that could load code from elsewhere, and so do we.
 */
export function stripRemoteCode(): Plugin {
  return {
    name: "sotto:strip-remote-code",
    renderChunk: (code) => code.replaceAll("https://cdn.jsdelivr.net/npm/", "/removed/"),
  };
}
