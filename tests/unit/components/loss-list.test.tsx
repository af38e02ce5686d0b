// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { LossList } from "../../../components/LossList.tsx";
import type { ProtectedChange } from "../../../lib/text/compare-protected.ts";
import { draw } from "./draw.ts";

function missing(count: number): ProtectedChange[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: "missing",
    span: { kind: "number", text: String(index), start: index, end: index + 1 },
  }));
}

test("nothing is said of what lost nothing", () => {
  expect(draw(<LossList losses={[]} />).textContent).toBe("");
});

test("one loss is spoken of as one", () => {
  const root = draw(<LossList losses={missing(1)} />);
  expect(root.textContent).toBe("Look at this before you use it:“0” is missing.");
});

test("of many losses the first six stand there, and the rest is a click away", () => {
  const root = draw(<LossList losses={missing(21)} />);
  expect(root.querySelectorAll("li")).toHaveLength(21);
  const rest = root.querySelector("details");
  expect(rest?.open).toBe(false);
  expect(rest?.querySelector("summary")?.textContent).toBe("15 more");
  expect(rest?.querySelectorAll("li")).toHaveLength(15);
});
