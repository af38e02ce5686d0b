import { expect, test } from "vitest";
import type { LedgerEntry } from "../../../lib/models/ledger.ts";
import { createLedger } from "../../../lib/options/ledger.ts";

function entry(atMs: number, bytes: number | null): LedgerEntry {
  return {
    atMs,
    host: "huggingface.co",
    path: `/org/model/resolve/main/${atMs}`,
    why: "to fetch a model",
    bytes,
    result: bytes === null ? "asked" : "ok",
  };
}

function openLedger(stored: LedgerEntry[]) {
  let entries = stored;
  let isOff = false;
  return createLedger({
    read: async () => entries,
    clear: async () => {
      entries = [];
    },
    isNetworkOff: async () => isOff,
    setNetworkOff: async (off) => {
      isOff = off;
    },
  });
}

test("shows the newest request first, and the sum of what came", async () => {
  const ledger = openLedger([entry(1, 10), entry(2, null), entry(3, 30)]);
  await ledger.refresh();
  expect(ledger.entries.value.map(({ atMs }) => atMs)).toEqual([3, 2, 1]);
  expect(ledger.totalBytes.value).toBe(40);
});

test("is exported whole, oldest first", async () => {
  const stored = [entry(1, 10), entry(2, null)];
  const ledger = openLedger(stored);
  await ledger.refresh();
  expect(JSON.parse(ledger.asJson())).toEqual(stored);
});

test("is empty after it was cleared", async () => {
  const ledger = openLedger([entry(1, 10)]);
  await ledger.clear();
  expect(ledger.entries.value).toEqual([]);
  expect(ledger.totalBytes.value).toBe(0);
});

test("has the switch that turns the network off and on", async () => {
  const ledger = openLedger([]);
  await ledger.setNetworkOff(true);
  expect(ledger.isNetworkOff.value).toBe(true);
  await ledger.setNetworkOff(false);
  expect(ledger.isNetworkOff.value).toBe(false);
});
