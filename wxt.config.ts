import { defineConfig } from "wxt";
import { contentSecurityPolicy } from "./lib/models/hub-hosts.ts";
import { addPdfTables } from "./scripts/add-pdf-tables.ts";
import { stripRemoteCode } from "./scripts/strip-remote-code.ts";

/** Origins to fetch models from in place of the public hub, with spaces between them. */
const mirrors = process.env["SOTTO_MIRROR"] ?? "";

export default defineConfig({
  imports: false, // every name in a file is declared or imported there
  modules: ["@wxt-dev/webextension-polyfill"],
  hooks: { "build:publicAssets": (_, files) => void files.push(...addPdfTables()) },
  manifest: ({ browser }) => ({
    name: "Sotto",
    description: "Reads with you and tells no one: summaries made on your own machine.",
    permissions: [
      "activeTab",
      "contextMenus",
      "scripting",
      "storage",
      "unlimitedStorage",
      ...(browser === "firefox" ? [] : ["offscreen", "sidePanel"]),
    ],
    action: { default_title: "Summarize this page with Sotto" },
    commands: {
      // The toolbar button's own command grants `activeTab`, as a click on it does.
      _execute_action: { suggested_key: { default: "Alt+Shift+S" } },
      // Chrome has uses of its own for most letters that would say it better, such as R and W
      "rewrite-selection": {
        suggested_key: { default: "Alt+Shift+E" },
        description: "Rewrite the selected text in the way of the last time",
      },
      "translate-selection": {
        suggested_key: { default: "Alt+Shift+L" },
        description: "Translate the selected text",
      },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy(mirrors) },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "sotto@sotto.example",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : {
          minimum_chrome_version: "128",
          storage: { managed_schema: "managed-schema.json" },
          // Isolated pages may share memory, which the engine's threads need.
          cross_origin_embedder_policy: { value: "require-corp" },
          cross_origin_opener_policy: { value: "same-origin" },
        }),
  }),
  vite: () => ({
    define: { SOTTO_MIRROR: JSON.stringify(mirrors) },
    plugins: [stripRemoteCode()],
    // ONNX Runtime finds its WASM files where we say, instead of inside its bundle.
    resolve: { conditions: ["onnxruntime-web-use-extern-wasm", "module", "browser", "production"] },
    worker: { format: "es", plugins: () => [stripRemoteCode()] },
    // Every browser that runs Sotto preloads by itself; Vite's stand-in would fetch.
    build: { target: "chrome128", modulePreload: { polyfill: false } },
  }),
});
