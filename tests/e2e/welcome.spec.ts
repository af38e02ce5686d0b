import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { type Launched, launch } from "./launch.ts";
import { fetchRecommended, recommendedIn, test } from "./offered-models.ts";

test("the welcome page opens once, after Sotto was installed", async ({ network }, testInfo) => {
  const options = {
    profile: testInfo.outputPath("profile"),
    proxy: await network.listen(),
    keepsWelcome: true,
  };
  const first = await launch(options);
  expect(welcomesIn(first)).toHaveLength(1);
  await first.close();

  const second = await launch(options);
  const tab = await second.openTab("http://news.example/article.html");
  await second.clickToolbar(tab);
  await second.panel(); // by now anything that Sotto opens at its start is open
  expect(welcomesIn(second)).toEqual([]);
  await second.close();
});

test("it offers one model, fetches nothing without a click, and says what goes on", async ({
  sotto,
  hub,
}) => {
  const welcome = await openWelcome(sotto);
  await recommendedIn(welcome);
  expect(hub.requests()).toEqual([]);
  const { name } = await fetchRecommended(welcome);
  await expect(welcome.getByText(`${name} is on this machine and writes`)).toBeVisible();
});

test("“Not now” is an answer", async ({ sotto, hub }) => {
  const welcome = await openWelcome(sotto);
  await welcome.getByRole("button", { name: "Not now" }).click();
  await expect(welcome.getByText("Sotto works without a model.")).toBeVisible();
  expect(hub.requests()).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ sotto }) => {
    const welcome = await openWelcome(sotto);
    await welcome.emulateMedia({ colorScheme });
    await recommendedIn(welcome);
    const { violations } = await new AxeBuilder({ page: welcome }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

function welcomesIn({ context }: Launched): string[] {
  return context
    .pages()
    .map((page) => page.url())
    .filter((url) => url.endsWith("/welcome.html"));
}

async function openWelcome(sotto: Launched): Promise<Page> {
  const page = await sotto.context.newPage();
  await page.goto(`chrome-extension://${sotto.extensionId}/welcome.html`);
  return page;
}
