// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { HubIdForm, modelIdIn } from "../../../components/HubIdForm.tsx";
import type { ModelChoice } from "../../../lib/options/fetching.ts";
import { draw, drawn } from "./draw.ts";

test.each([
  ["org/model", "org/model"],
  ["  org/model-1.5_b  ", "org/model-1.5_b"],
  ["https://huggingface.co/org/model", "org/model"],
  ["https://huggingface.co/org/model/tree/main", "org/model"],
  ["org", null],
  ["https://elsewhere.example/org/model", null],
  ["org/model/onnx/model.onnx", null],
  ["", null],
])("in “%s” the model is %s", (typed, id) => {
  expect(modelIdIn(typed)).toBe(id);
});

test("says the risks, and what is wrong with a name that is none", async () => {
  const asked: ModelChoice[] = [];
  const root = draw(<HubIdForm onAsk={(model) => asked.push(model)} />);
  expect(root.textContent).toContain("not checked by us");
  const input = root.querySelector("input");
  const type = async (text: string) => {
    if (input) input.value = text;
    input?.dispatchEvent(new Event("input", { bubbles: true }));
    await drawn();
    root.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await drawn();
  };
  await type("nothing");
  expect(root.querySelector("[role=alert]")?.textContent).toContain("as the hub has it");
  await type("org/model");
  expect(root.querySelector("[role=alert]")).toBeNull();
  expect(asked).toEqual([{ id: "org/model", name: "org/model" }]);
});
