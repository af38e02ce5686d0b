// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ModelsSection } from "../../../components/ModelsSection.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { ModelsActivity } from "../../../lib/panel/models.ts";
import { button, draw, drawn } from "./draw.ts";
import { noModels } from "./samples.ts";

const small = { id: "a/small", name: "Small" };

function drawModels(
  activity: ModelsActivity,
  stored: readonly (typeof small)[] = [],
): { root: HTMLElement; calls: string[] } {
  const calls: string[] = [];
  const actions = {
    ...noModels,
    choose: async (id: string) => void calls.push(`choose ${id}`),
    askSize: async () => void calls.push("askSize"),
    fetchModel: async () => void calls.push("fetchModel"),
    remove: async (id: string) => void calls.push(`remove ${id}`),
    stop: () => void calls.push("stop"),
  };
  const root = draw(
    <ModelsSection
      {...{ stored, activity, actions }}
      chosenId={null}
      recommended={small}
      showsDraft
    />,
  );
  return { root, calls };
}

test("shows a model's size before it fetches anything", () => {
  const first = drawModels({ kind: "idle" });
  button(first.root, "Fetch Small")?.click();
  expect(first.calls).toEqual(["askSize"]);

  const second = drawModels({ kind: "offered", model: small, totalBytes: 365e6 });
  expect(second.root.textContent).toContain("huggingface.co");
  button(second.root, "Not now")?.click();
  button(second.root, "Fetch 365 MB")?.click();
  expect(second.calls).toEqual(["stop", "fetchModel"]);
});

test("shows how much has come, and can be stopped", () => {
  const fetching = {
    kind: "fetching",
    model: small,
    loadedBytes: 12e6,
    totalBytes: 365e6,
  } as const;
  const { root, calls } = drawModels(fetching);
  expect(root.textContent).toContain("Fetching Small: 12 of 365 MB");
  button(root, "Stop fetching")?.click();
  expect(calls).toEqual(["stop"]);
});

test("takes a folder by a control that the keyboard reaches and a name says", () => {
  const input = drawModels({ kind: "idle" }).root.querySelector("input");
  expect(input?.type).toBe("file");
  expect(input?.closest("label")?.textContent).toBe("Use a folder…");
});

test("says why a model could not be had", () => {
  const { root } = drawModels({ kind: "failed", error: new AppError("storage-full", "").toWire() });
  expect(root.querySelector("[role=alert]")?.textContent).toContain("space");
  expect(button(root, "Fetch Small")).toBeDefined();
});

test("removes a model only after a second click", async () => {
  const { root, calls } = drawModels({ kind: "idle" }, [small]);
  button(root, "Remove Small")?.click();
  await drawn();
  expect(calls).toEqual([]);
  button(root, "Remove it")?.click();
  expect(calls).toEqual(["remove a/small"]);
});

test("chooses among stored models, and offers none that is there", () => {
  const { root, calls } = drawModels({ kind: "idle" }, [small]);
  root.querySelector<HTMLInputElement>("input[type=radio]")?.click();
  expect(calls).toEqual(["choose a/small"]);
  expect(button(root, "Fetch Small")).toBeUndefined();
});
