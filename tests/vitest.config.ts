import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  plugins: [await WxtVitest()],
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["tests/unit/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/property-seed.ts"],
    testTimeout: 30_000, // small models run in some, and a busy machine makes them wait
  },
});
