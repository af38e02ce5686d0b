import { expect, test } from "vitest";
import { inWords, partInWords } from "../../../components/bytes.ts";

test.each([
  [0, "0 MB"],
  [200, "1 kB"],
  [40_000, "40 kB"],
  [4_100_000, "4.1 MB"],
  [365e6, "365 MB"],
  [999.9e6, "1.0 GB"],
  [2_320e6, "2.3 GB"],
])("%d bytes are %s", (bytes, words) => {
  expect(inWords(bytes)).toBe(words);
});

test.each([
  [12e6, 0, "12 MB"],
  [12e6, 365e6, "12 of 365 MB"],
  [480e6, 2_320e6, "480 MB of 2.3 GB"],
  [1_200e6, 2_320e6, "1.2 of 2.3 GB"],
])("%d of %d bytes are %s", (loaded, total, words) => {
  expect(partInWords(loaded, total)).toBe(words);
});
