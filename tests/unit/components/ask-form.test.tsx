// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { AskForm } from "../../../components/AskForm.tsx";
import { button, draw, drawn } from "./draw.ts";

function drawForm() {
  const typed = signal("");
  let times = 0;
  const asking = {
    typed,
    type: (text: string) => void (typed.value = text),
    isBusy: signal(false),
  };
  const root = draw(<AskForm asking={asking} onAsk={() => times++} />);
  const field = root.querySelector("textarea");
  if (!field) throw new Error("there is no field");
  const press = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
    field.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { root, field, typed, press, times: () => times };
}

test("Enter asks, and Shift and Enter begin a line", () => {
  const { press, times } = drawForm();
  expect(press({ key: "Enter", shiftKey: true })).toBe(false);
  expect(times()).toBe(0);
  expect(press({ key: "Enter" })).toBe(true);
  expect(times()).toBe(1);
});

test("Enter that ends a word of an input method does not ask", () => {
  const { press, times } = drawForm();
  press({ key: "Enter", isComposing: true });
  expect(times()).toBe(0);
});

test("what is typed is kept outside of the field, and goes when it was asked", async () => {
  const { root, field, typed, times } = drawForm();
  field.value = "Why?";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  expect(typed.value).toBe("Why?");
  button(root, "Ask")?.click();
  expect(times()).toBe(1);
  typed.value = "";
  await drawn();
  expect(field.value).toBe("");
});
