import { defineConfig } from "@playwright/test";

/** Specs that keep both cores busy by themselves. */
const heavy = /(architectures|devices|download-\w+|page-in-place|long-page)\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  workers: 2,
  projects: [
    { name: "light", testIgnore: heavy },
    { name: "heavy", testMatch: heavy, workers: 1 },
  ],
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  forbidOnly: true,
});
