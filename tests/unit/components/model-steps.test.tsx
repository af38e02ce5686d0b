// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ModelSteps } from "../../../components/ModelSteps.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { Download, DownloadState } from "../../../lib/models/downloads.ts";
import { download } from "../options/played-downloads.ts";
import { openModels } from "../options/played-models.ts";
import { button, draw, drawn } from "./draw.ts";

const model = { id: "org/m", name: "M" };
const fetching = { kind: "fetching", file: "onnx/model_q4.onnx" } as const;

async function drawSteps(told?: Download, isMetered = false) {
  const { models, downloads } = await openModels({ isMetered });
  const root = draw(<ModelSteps model={model} fetching={models.fetching} />);
  if (told) downloads.tell(told);
  await drawn();
  return { root, downloads };
}

test.each<[what: string, state: DownloadState, words: RegExp, buttons: string[]]>([
  ["being listed", { kind: "listing" }, /^Fetching M$/, ["Pause"]],
  [
    "on its way, at a speed that is not known",
    { ...fetching, bytesPerSecond: null },
    /^Fetching M: 40 of 100 MB$/,
    ["Pause"],
  ],
  [
    "on its way, nearly there",
    { ...fetching, bytesPerSecond: 60e6 },
    /40 of 100 MB, a few seconds left$/,
    ["Pause"],
  ],
  [
    "on its way for minutes",
    { ...fetching, bytesPerSecond: 0.1e6 },
    /40 of 100 MB, about 10 min left$/,
    ["Pause"],
  ],
  [
    "on its way for hours",
    { ...fetching, bytesPerSecond: 5e3 },
    /40 of 100 MB, about 3.3 hours left$/,
    ["Pause"],
  ],
  [
    "waiting for a network",
    { kind: "waiting", why: "offline", untilMs: null },
    /^Waiting for a network.* goes on when there is one: 40 of 100 MB$/,
    ["Pause"],
  ],
  [
    "waiting for a busy hub",
    { kind: "waiting", why: "busy", untilMs: Date.UTC(2026, 0, 1, 12) },
    /^The hub is busy. .* at \d\d:\d\d:\d\d: 40 of 100 MB$/,
    ["Pause"],
  ],
  [
    "waiting after a break",
    { kind: "waiting", why: "broken-off", untilMs: Date.UTC(2026, 0, 1, 12) },
    /^The connection broke off. .* at \d\d:\d\d:\d\d: 40 of 100 MB$/,
    ["Pause"],
  ],
  ["paused", { kind: "paused" }, /^M is paused: 40 of 100 MB$/, ["Continue", "Discard"]],
  [
    "failed",
    { kind: "failed", error: new AppError("download-busy", "503").toWire() },
    /^The hub is busy.*M is not here yet: 40 of 100 MB$/,
    ["Continue", "Discard"],
  ],
])("shows a download that is %s", async (_what, state, words, buttons) => {
  const { root } = await drawSteps(download(model.id, state));
  const told = [...root.querySelectorAll("p")].map(({ textContent }) => textContent).join("");
  expect(told).toMatch(words);
  expect([...root.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual(
    buttons,
  );
});

test("its buttons pause, continue and discard", async () => {
  const { root, downloads } = await drawSteps(download(model.id, { kind: "listing" }));
  button(root, "Pause")?.click();
  downloads.tell(download(model.id, { kind: "paused" }));
  await drawn();
  button(root, "Continue")?.click();
  await drawn();
  button(root, "Discard")?.click();
  expect(downloads.commands.map(({ kind }) => kind)).toEqual(["pause", "start", "discard"]);
});

test("a metered connection is told before the click that costs", async () => {
  const { root, downloads } = await drawSteps(undefined, true);
  button(root, "Fetch M")?.click();
  await drawn();
  expect(root.textContent).toContain("metered");
  button(root, "Not now")?.click();
  await drawn();
  expect(button(root, "Fetch M")).toBeDefined();
  expect(downloads.commands).toEqual([]);
});
