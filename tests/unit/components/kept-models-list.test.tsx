// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { KeptModelsList } from "../../../components/KeptModelsList.tsx";
import { keptModel, openModels } from "../options/played-models.ts";
import { button, draw, drawn } from "./draw.ts";

async function drawList(badFiles: string[] = []) {
  const stored = [keptModel("org/a"), keptModel("org/b")];
  const opened = await openModels({ stored, badFiles });
  const exported: string[] = [];
  const root = draw(<KeptModelsList models={opened.models} onExport={(id) => exported.push(id)} />);
  return { ...opened, root, exported };
}

test("tells of each model how large it is, its files and its revision", async () => {
  const { root } = await drawList();
  expect(root.querySelector(".facts")?.textContent).toBe("100 MB5 filesrevision 1e45daba");
});

test("removes a model only after a second click, and the focus stays where it was", async () => {
  const { root, machine } = await drawList();
  const remove = button(root, "Remove org/a");
  remove?.focus();
  remove?.click();
  await drawn();
  expect(machine.stored).toHaveLength(2);
  expect(document.activeElement?.textContent).toBe("Keep it");
  button(root, "Remove it")?.click();
  await drawn();
  expect(machine.stored.map(({ id }) => id)).toEqual(["org/b"]);
});

test("a model can be kept after all", async () => {
  const { root, machine } = await drawList();
  button(root, "Remove org/a")?.click();
  await drawn();
  button(root, "Keep it")?.click();
  await drawn();
  expect(button(root, "Remove it")).toBeUndefined();
  expect(machine.stored).toHaveLength(2);
});

test("says that every file is as it came", async () => {
  const { root } = await drawList();
  button(root, "Check the files of org/a")?.click();
  await drawn();
  expect(root.querySelector("p[aria-live]")?.textContent).toBe(
    "All 5 files are whole and unchanged.",
  );
});

test("names a bad file and offers to fetch it again", async () => {
  const { root, downloads } = await drawList(["onnx/model_q4.onnx"]);
  button(root, "Check the files of org/a")?.click();
  await drawn();
  expect(root.querySelector("[role=alert]")?.textContent).toContain(
    "“onnx/model_q4.onnx” is damaged",
  );
  button(root, "Fetch again")?.click();
  await drawn();
  expect(downloads.commands).toMatchObject([{ kind: "start", wanted: { modelId: "org/a" } }]);
});

test("exports the model that was asked for", async () => {
  const { root, exported } = await drawList();
  button(root, "Export to a folder… org/b")?.click();
  expect(exported).toEqual(["org/b"]);
});
