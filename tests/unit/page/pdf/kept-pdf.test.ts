// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { parseKeptPdf, takeKeptPdf } from "../../../../lib/page/pdf/kept-pdf.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 256);

test("a file that the browser has kept comes whole out of the tab", async () => {
  vi.stubGlobal("fetch", async () => new Response(bytes));
  expect(parseKeptPdf(await takeKeptPdf())).toEqual(bytes);
});

test("one that it has not kept, or is too large for a message, is said not to be had", async () => {
  const refuses = () => {
    throw new TypeError("Failed to fetch");
  };
  const large = async () => ({ blob: async () => ({ size: 40_000_001 }) });
  for (const fetch of [refuses, large]) {
    vi.stubGlobal("fetch", fetch);
    const kept = await takeKeptPdf();
    expect(() => parseKeptPdf(kept)).toThrow(expect.objectContaining({ code: "page-pdf-unkept" }));
  }
});

test("what a tab makes up is no file", () => {
  for (const odd of [null, "%PDF-", { kind: "kept" }, { kind: "kept", base64: 7 }])
    expect(() => parseKeptPdf(odd)).toThrow(expect.objectContaining({ code: "page-pdf-unkept" }));
});
