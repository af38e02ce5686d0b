import type { Page } from "@playwright/test";
import * as v from "valibot";

const measureSchema = v.object({ ms: v.number(), detail: v.unknown() });

/** When something stood in the panel, in milliseconds since the reader's click, and its numbers. */
export type Measure = v.InferOutput<typeof measureSchema>;

/**
 * Waits until the panel has shown something, as it notes in the browser's own User Timing.
 * @throws Error with the panel's own sentence if it says that it cannot.
 */
export async function shown(
  panel: Page,
  what: "read" | "draft" | "first-text" | "answer",
  timeoutMs = 30_000,
): Promise<Measure> {
  const measured = panel.waitForFunction(
    (name) => {
      const entry = performance.getEntriesByName(name, "measure").at(-1);
      const detail = entry instanceof PerformanceMeasure ? entry.detail : null;
      return entry ? { ms: entry.duration, detail } : null;
    },
    `sotto:${what}`,
    { timeout: timeoutMs, polling: 20 },
  );
  const refused = panel.getByRole("alert").waitFor({ timeout: timeoutMs });
  refused.catch(() => {}); // no complaint is what is hoped for
  await Promise.race([measured, refused]);
  const alert = panel.getByRole("alert");
  if (await alert.isVisible()) throw new Error(await alert.innerText());
  return v.parse(measureSchema, await (await measured).jsonValue());
}
