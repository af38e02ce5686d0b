// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Notice } from "../../../components/Notice.tsx";
import { type ErrorCode, errorCodes, type ErrorFacts } from "../../../lib/errors.ts";
import { draw } from "./draw.ts";

function sentenceFor(code: ErrorCode, facts: ErrorFacts = {}): string | undefined {
  const root = draw(<Notice error={{ code, facts }} />);
  return root.querySelector("[role=alert]")?.textContent;
}

test.each(errorCodes.filter((code) => code !== "cancelled"))("has a sentence for %s", (code) => {
  expect(sentenceFor(code)).toMatch(/^[A-Z].{20,}\.$/);
  expect(sentenceFor(code)).not.toMatch(/undefined|null|NaN/);
});

test.each([
  "download-blocked",
  "download-busy",
  "download-damaged",
  "download-failed",
  "download-gone",
  "download-not-hub",
  "download-refused",
  "model-damaged",
] as const)("names the file where %s is about one", (code) => {
  expect(sentenceFor(code, { file: "onnx/model_q4.onnx" })).toContain("“onnx/model_q4.onnx”");
});

test("names the host that may not be asked", () => {
  expect(sentenceFor("download-blocked", { host: "elsewhere.example" })).toContain(
    "elsewhere.example",
  );
});

test("a full disk is told with what is needed and what is free", () => {
  expect(sentenceFor("storage-full", { neededBytes: 2_320e6, freeBytes: 480e6 })).toContain(
    "needs 2.3 GB on the disk and 480 MB are free",
  );
});

test("says nothing where nothing went wrong, or the reader stopped it", () => {
  expect(draw(<Notice error={null} />).innerHTML).toBe("");
  expect(sentenceFor("cancelled")).toBeUndefined();
});
