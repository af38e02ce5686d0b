import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type LedgerEntry, readLedger, recordRequest } from "../../../lib/models/ledger.ts";
import { fakeOpfs } from "./fake-opfs.ts";

beforeEach(() => {
  fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const entry = (atMs: number): LedgerEntry => ({
  url: `https://huggingface.co/${atMs}`,
  why: "to fetch a model\nwith a line break",
  atMs,
});

test("a machine that never asked for anything has an empty ledger", async () => {
  expect(await readLedger()).toEqual([]);
});

test("keeps every request, oldest first", async () => {
  for (const atMs of [1, 2, 3]) await recordRequest(entry(atMs));
  expect(await readLedger()).toEqual([entry(1), entry(2), entry(3)]);
});

test("loses none of the requests that are made at the same time", async () => {
  await Promise.all([1, 2, 3].map((atMs) => recordRequest(entry(atMs))));
  expect((await readLedger()).map(({ atMs }) => atMs).toSorted()).toEqual([1, 2, 3]);
});
