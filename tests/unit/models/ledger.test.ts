import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearLedger, readLedger, recordRequest } from "../../../lib/models/ledger.ts";
import { fakeOpfs } from "./fake-opfs.ts";

beforeEach(() => {
  fakeOpfs();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const url = (name: string) => `https://huggingface.co/${name}`;
const paths = async () => (await readLedger()).map(({ path }) => path);

test("a machine that never asked for anything has an empty ledger", async () => {
  expect(await readLedger()).toEqual([]);
});

test("tells of a request when, where, what for, how much came and how it ended", async () => {
  vi.useFakeTimers({ now: 5, toFake: ["Date"] });
  const why = "to fetch a model\nwith a line break";
  const end = await recordRequest(`${url("a")}?X-Signature=secret`, why);
  const asked = { atMs: 5, host: "huggingface.co", path: "/a", why };
  expect(await readLedger()).toEqual([{ ...asked, bytes: null, result: "asked" }]);
  await end({ bytes: 7, result: "refused 404" });
  expect(await readLedger()).toEqual([{ ...asked, bytes: 7, result: "refused 404" }]);
});

test("keeps every request, oldest first, whenever each ended", async () => {
  const ends = [];
  for (const name of ["1", "2", "3"]) ends.push(await recordRequest(url(name), "why"));
  await ends[2]?.({ bytes: 3, result: "ok" });
  await ends[0]?.({ bytes: 1, result: "ok" });
  expect(await paths()).toEqual(["/1", "/2", "/3"]);
  expect((await readLedger()).map(({ bytes }) => bytes)).toEqual([1, null, 3]);
});

test("loses none of the requests that are made at the same time", async () => {
  await Promise.all(["1", "2", "3"].map((name) => recordRequest(url(name), "why")));
  expect((await paths()).toSorted()).toEqual(["/1", "/2", "/3"]);
});

test("a line that was torn takes no other with it", async () => {
  await recordRequest(url("1"), "why");
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle("ledger.jsonl");
  const text = await (await handle.getFile()).text();
  const writable = await handle.createWritable();
  await writable.write(`${text}\n{"id":"2","atMs":17,"ho`);
  await writable.close();
  await recordRequest(url("3"), "why");
  expect(await paths()).toEqual(["/1", "/3"]);
});

test("is empty once the reader has cleared it, and goes on from there", async () => {
  await recordRequest(url("1"), "why");
  await clearLedger();
  expect(await readLedger()).toEqual([]);
  await clearLedger();
  await recordRequest(url("2"), "why");
  expect(await paths()).toEqual(["/2"]);
});
