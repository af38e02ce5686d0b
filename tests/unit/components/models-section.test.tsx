// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ModelsSection } from "../../../components/ModelsSection.tsx";
import { download } from "../options/played-downloads.ts";
import { keptModel, openModels } from "../options/played-models.ts";
import { button, draw, drawn } from "./draw.ts";

async function drawSection(stored = [] as ReturnType<typeof keptModel>[]) {
  const opened = await openModels({ stored });
  const calls: string[] = [];
  const root = draw(
    <ModelsSection
      models={opened.models}
      nameOf={(id) => id}
      showsDraft
      onUseFolder={() => calls.push("folder")}
      onOpenOptions={() => calls.push("options")}
    />,
  );
  const recommended = opened.models.offers.recommended.value?.model;
  if (!recommended) throw new Error("nothing is recommended on this machine");
  return { ...opened, root, calls, recommended };
}

test("shows a model's size before it fetches anything", async () => {
  const { root, downloads, recommended } = await drawSection();
  button(root, `Fetch ${recommended.name}`)?.click();
  await drawn();
  expect(root.textContent).toContain(`${recommended.name} is 365 MB. It comes from huggingface.co`);
  expect(downloads.commands).toEqual([]);
  button(root, "Fetch 365 MB")?.click();
  expect(downloads.commands).toMatchObject([{ kind: "start" }]);
});

test("the keyboard's focus stays on the button from the offer to the download", async () => {
  const { root, downloads, recommended } = await drawSection();
  const first = button(root, `Fetch ${recommended.name}`);
  first?.focus();
  first?.click();
  await drawn();
  expect(document.activeElement?.textContent).toBe("Fetch 365 MB");
  button(root, "Fetch 365 MB")?.click();
  downloads.tell(download(recommended.id, { kind: "listing" }));
  await drawn();
  expect(document.activeElement?.textContent).toBe("Pause");
});

test("shows how much has come and that it goes on without the panel", async () => {
  const { root, downloads, recommended } = await drawSection();
  const file = "onnx/model_quantized.onnx";
  downloads.tell(download(recommended.id, { kind: "fetching", file, bytesPerSecond: 1e6 }));
  await drawn();
  expect(root.textContent).toContain(`Fetching ${recommended.name}: 40 of 100 MB, about 60 s left`);
  expect(root.textContent).toContain("It goes on when you close this panel.");
});

test("shows a download that is not of the recommended model", async () => {
  const { root, downloads } = await drawSection();
  downloads.tell(download("org/other", { kind: "paused" }));
  await drawn();
  expect(root.textContent).toContain("org/other is paused: 40 of 100 MB");
  button(root, "Continue")?.click();
  await drawn();
  expect(downloads.commands).toMatchObject([{ kind: "start", wanted: { modelId: "org/other" } }]);
});

test("takes a folder by a control that the keyboard reaches and a name says", async () => {
  const input = (await drawSection()).root.querySelector("input");
  expect(input?.type).toBe("file");
  expect(input?.closest("label")?.textContent).toBe("Use a folder…");
});

test("leads to all models and settings", async () => {
  const { root, calls } = await drawSection();
  button(root, "All models and settings…")?.click();
  expect(calls).toEqual(["options"]);
});

test("chooses among stored models, and offers none that is there", async () => {
  const { recommended } = await drawSection();
  const stored = [keptModel("org/a"), { ...keptModel(recommended.id), name: recommended.name }];
  const { root, machine } = await drawSection(stored);
  expect(root.querySelector("summary")?.textContent).toContain("org/a");
  root.querySelectorAll<HTMLInputElement>("input[type=radio]")[1]?.click();
  await drawn();
  expect(machine.chosen).toBe(recommended.id);
  expect(button(root, `Fetch ${recommended.name}`)).toBeUndefined();
});
