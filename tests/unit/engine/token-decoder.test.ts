import { expect, test } from "vitest";
import { TokenDecoder } from "../../../lib/engine/token-decoder.ts";

/** A tokenizer with a token a byte, as byte-level ones fall back to. */
const bytes = (text: string) => [...new TextEncoder().encode(text)];
const decode = (tokenIds: readonly number[]) => new TextDecoder().decode(Uint8Array.from(tokenIds));

test.each(["plain text", "海は月に引かれる。", "👩‍⚕️ fine — “quoted”"])(
  "gives out only whole characters, and in the end all of %s",
  (text) => {
    const decoder = new TokenDecoder(decode);
    const pieces = bytes(text).map((byte) => decoder.push(byte));
    expect(pieces.join("")).not.toContain("\uFFFD");
    expect(pieces.join("") + decoder.flush()).toBe(text);
  },
);

test("does not swallow the space that a tokenizer takes from the first token of a piece", () => {
  const words = [" The", " moon", " pulls"];
  const decoder = new TokenDecoder((ids) =>
    ids
      .map((id) => words[id])
      .join("")
      .trimStart(),
  );
  expect([0, 1, 2].map((id) => decoder.push(id)).join("")).toBe("The moon pulls");
});
