// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { LedgerView } from "../../../components/LedgerView.tsx";
import { createLedger } from "../../../lib/options/ledger.ts";
import { button, draw, drawn } from "./draw.ts";

async function drawLedger(count: number) {
  const machine = { count, isOff: false, exports: 0 };
  const ledger = createLedger({
    read: async () =>
      Array.from({ length: machine.count }, (_, index) => ({
        atMs: Date.UTC(2026, 0, 1) + index * 1000,
        host: "huggingface.co",
        path: `/org/model/${index}`,
        why: "to fetch a model",
        bytes: 1e6,
        result: "ok",
      })),
    clear: async () => {
      machine.count = 0;
    },
    isNetworkOff: async () => machine.isOff,
    setNetworkOff: async (isOff) => {
      machine.isOff = isOff;
    },
  });
  await ledger.refresh();
  const root = draw(<LedgerView ledger={ledger} onExport={() => (machine.exports += 1)} />);
  return { root, machine };
}

test("says so where no request was made", async () => {
  const { root } = await drawLedger(0);
  expect(root.textContent).toContain("Sotto has made no request.");
  expect(button(root, "Clear the list")).toBeUndefined();
});

test("tells of each request when it was, to which host and file, what for, and what came", async () => {
  const { root } = await drawLedger(2);
  const newest = root.querySelector("li");
  for (const words of ["huggingface.co", "/org/model/1", "To fetch a model", "1.0 MB", "ok"])
    expect(newest?.textContent).toContain(words);
  expect(newest?.querySelector("time")?.dateTime).toBe("2026-01-01T00:00:01.000Z");
  expect(root.textContent).toContain("2 requests, all for models, and received 2.0 MB");
});

test("shows the newest of many, and all on a click", async () => {
  const { root } = await drawLedger(50);
  expect(root.querySelectorAll("li")).toHaveLength(20);
  button(root, "Show all 50")?.click();
  await drawn();
  expect(root.querySelectorAll("li")).toHaveLength(50);
});

test("is cleared only after a second click", async () => {
  const { root, machine } = await drawLedger(2);
  button(root, "Clear the list")?.click();
  await drawn();
  expect(machine.count).toBe(2);
  button(root, "Clear it")?.click();
  await drawn();
  expect(root.textContent).toContain("Sotto has made no request.");
});

test("has a switch for the network, and gives the list to save", async () => {
  const { root, machine } = await drawLedger(1);
  root.querySelector<HTMLInputElement>("[role=switch]")?.click();
  await drawn();
  expect(machine.isOff).toBe(true);
  button(root, "Export the list…")?.click();
  expect(machine.exports).toBe(1);
});
