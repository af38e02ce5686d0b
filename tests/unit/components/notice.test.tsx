// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Notice } from "../../../components/Notice.tsx";
import { errorCodes } from "../../../lib/errors.ts";
import { draw } from "./draw.ts";

test.each(errorCodes.filter((code) => code !== "cancelled"))("has a sentence for %s", (code) => {
  const alert = draw(<Notice code={code} />).querySelector("[role=alert]");
  expect(alert?.textContent).toMatch(/^[A-Z].{20,}\.$/);
});

test.each([null, "cancelled" as const])("says nothing of %s", (code) => {
  expect(draw(<Notice code={code} />).innerHTML).toBe("");
});
