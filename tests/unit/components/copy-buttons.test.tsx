// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import { CopyButtons } from "../../../components/CopyButtons.tsx";
import { button, draw, drawn } from "./draw.ts";

const copied = async () => true;
const refused = async () => false;

test("says that a text was copied, until another stands there", async () => {
  const root = draw(<CopyButtons texts={{ Copy: "Tides." }} onCopy={copied} />);
  button(root, "Copy")?.click();
  await drawn();
  expect(root.querySelector("[aria-live]")?.textContent).toBe("Copied");
  render(<CopyButtons texts={{ Copy: "Waves." }} onCopy={copied} />, root);
  await drawn();
  expect(root.querySelector("[aria-live]")?.textContent).toBe("");
});

test("says so where the browser refuses", async () => {
  const root = draw(<CopyButtons texts={{ Copy: "Tides." }} onCopy={refused} />);
  button(root, "Copy")?.click();
  await drawn();
  expect(root.querySelector("[aria-live]")?.textContent).toMatch(/did not allow/);
});
