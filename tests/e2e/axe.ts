import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Breaches of WCAG 2.2 A and AA and of axe's good practice, as rule and element. */
export async function violationsIn(panel: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
