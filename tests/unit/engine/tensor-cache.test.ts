// @vitest-environment node
import { Tensor } from "@huggingface/transformers";
import { expect, test, vi } from "vitest";
import { TensorCache } from "../../../lib/engine/tensor-cache.ts";

/** What a pass gives for one layer, as it lies on a graphics card. */
function passOnGpu(type: "float32" | "float16" = "float32") {
  const tensor = new Tensor(type, new (type === "float32" ? Float32Array : Uint16Array)(6), [1, 6]);
  const dispose = vi.spyOn(tensor, "dispose").mockImplementation(() => {});
  vi.spyOn(tensor, "location", "get").mockReturnValue("gpu-buffer");
  return { outputs: { "present.0.key": tensor }, dispose };
}

test("frees what each pass replaces on the graphics card, and the rest in the end", async () => {
  const cache = new TensorCache();
  const [first, second] = [passOnGpu(), passOnGpu()];
  await cache.update(first.outputs, 3);
  expect(first.dispose).not.toHaveBeenCalled();
  await cache.update(second.outputs, 2);
  expect(first.dispose).toHaveBeenCalledOnce();
  await cache.dispose();
  expect(second.dispose).toHaveBeenCalledOnce();
});

test("a branch frees its own, and leaves what it branched off as it is", async () => {
  const page = new TensorCache();
  const ofPage = passOnGpu();
  await page.update(ofPage.outputs, 3);
  for (const question of [passOnGpu(), passOnGpu()]) {
    const branch = page.branch();
    await branch.update(question.outputs, 2);
    await branch.dispose();
    expect(question.dispose).toHaveBeenCalledOnce();
    expect(branch.tokens).toBe(5);
  }
  await page.branch().dispose();
  expect(ofPage.dispose).not.toHaveBeenCalled();
  expect(page.tokens).toBe(3);
  await page.dispose();
  expect(ofPage.dispose).toHaveBeenCalledOnce();
});

test.each([
  ["float32", 24],
  ["float16", 12],
] as const)("counts the bytes of %s", async (type, bytes) => {
  const cache = new TensorCache();
  expect(cache.bytes).toBe(0);
  await cache.update(passOnGpu(type).outputs, 3);
  expect(cache.bytes).toBe(bytes);
});
