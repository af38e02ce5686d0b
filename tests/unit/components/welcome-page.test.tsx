// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { WelcomePage } from "../../../components/WelcomePage.tsx";
import { download } from "../options/played-downloads.ts";
import { keptModel, openModels, reportWith } from "../options/played-models.ts";
import { button, draw, drawn } from "./draw.ts";

async function drawWelcome(
  options: Parameters<typeof openModels>[0] = {},
  rewriteKeys: string | null = "Alt+Shift+E",
) {
  const opened = await openModels(options);
  const calls: string[] = [];
  const root = draw(
    <WelcomePage
      models={opened.models}
      toolbarKeys="Alt+Shift+S"
      rewriteKeys={rewriteKeys}
      onOpenOptions={() => calls.push("options")}
    />,
  );
  return { ...opened, root, calls, offer: opened.models.offers.recommended.value?.model };
}

test("says what Sotto does and offers one model, with its size and one button", async () => {
  const { root, downloads, offer } = await drawWelcome();
  expect(root.textContent).toContain("What you read never leaves this machine.");
  expect(root.textContent).toMatch(/about \d+ MB/);
  expect(root.querySelectorAll("button.primary")).toHaveLength(1);
  expect(button(root, `Fetch ${offer?.name}`)).toBeDefined();
  expect(downloads.commands).toEqual([]);
});

test("tells the keys that are set, and none where there are none", async () => {
  const keysIn = (root: HTMLElement) =>
    [...root.querySelectorAll("kbd")].map(({ textContent }) => textContent);
  expect(keysIn((await drawWelcome()).root)).toEqual(["Alt+Shift+S", "Alt+Shift+E"]);
  expect(keysIn((await drawWelcome({}, null)).root)).toEqual(["Alt+Shift+S"]);
});

test("“Not now” puts the offer away and says that nothing is missing", async () => {
  const { root } = await drawWelcome();
  button(root, "Not now")?.click();
  await drawn();
  expect(root.textContent).toContain("Sotto works without a model");
  expect(root.querySelector("button.primary")).toBeNull();
});

test("a download shows here, and may go on without this page", async () => {
  const { root, downloads, offer } = await drawWelcome();
  downloads.tell(download(offer?.id ?? "", { kind: "listing" }));
  await drawn();
  expect(root.textContent).toContain("It goes on when you close this page.");
  expect(button(root, "Not now")).toBeUndefined();
});

test("offers nothing once a model is there", async () => {
  const { root } = await drawWelcome({ stored: [keptModel("org/a")] });
  expect(root.textContent).toContain("org/a is on this machine");
  expect(root.querySelector("button.primary")).toBeNull();
});

test("offers nothing where nothing would run", async () => {
  const tiny = { ...reportWith({ kind: "none" }), memoryBytes: 1e6 };
  const { root } = await drawWelcome({ report: tiny });
  expect(root.textContent).toContain("No model that Sotto offers would run on this device.");
});
