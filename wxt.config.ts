import { defineConfig } from "wxt";

export default defineConfig({
  imports: false, // every name in a file is declared or imported there
  modules: ["@wxt-dev/webextension-polyfill"],
});
