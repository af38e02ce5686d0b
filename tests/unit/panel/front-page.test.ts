import { signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { createFrontPage, type FrontPage } from "../../../lib/panel/front-page.ts";
import { pageOfReading, type Reading } from "../../../lib/panel/reading.ts";
import { pageOfSelection } from "../../../lib/panel/selection.ts";
import { page, read, selected } from "../components/samples.ts";

const reading = signal<Reading>({ kind: "none" });
let front: FrontPage;

beforeEach(() => {
  reading.value = { kind: "read", ...read };
  front = createFrontPage(() => pageOfReading(reading.value));
  front.onTabEvent({ tabId: 1, isNewPage: false, url: null });
});

test("is elsewhere while another tab is in front", () => {
  expect(front.isElsewhere.value).toBe(false);
  front.onTabEvent({ tabId: 2, isNewPage: false, url: null });
  expect(front.isElsewhere.value).toBe(true);
  front.onTabEvent({ tabId: 1, isNewPage: false, url: null });
  expect(front.isElsewhere.value).toBe(false);
});

test("is elsewhere once the tab went to another page, until that is read", () => {
  front.onTabEvent({ tabId: 1, isNewPage: true, url: null });
  expect(front.isElsewhere.value).toBe(true);
  reading.value = { kind: "read", ...read, page: { ...page } };
  expect(front.isElsewhere.value).toBe(false);
});

test("stays with the page when its language is found", () => {
  front.onTabEvent({ tabId: 1, isNewPage: true, url: null });
  reading.value = { kind: "read", ...read, language: "de" };
  expect(front.isElsewhere.value).toBe(true);
});

test.each(["https://www.sea.example/tides", "https://www.sea.example/tides#ebb"])(
  "is not elsewhere after a reload or a jump to %s",
  (url) => {
    front.onTabEvent({ tabId: 1, isNewPage: true, url });
    expect(front.isElsewhere.value).toBe(false);
  },
);

test("minds no page of a tab that it is not about", () => {
  front.onTabEvent({ tabId: 2, isNewPage: true, url: null });
  expect(front.isElsewhere.value).toBe(false);
});

test("follows what is selected as it follows what was read", () => {
  const front = createFrontPage(() => pageOfSelection(selected));
  front.onTabEvent({ tabId: 2, isNewPage: false, url: null });
  expect(front.isElsewhere.value).toBe(true);
  front.onTabEvent({ tabId: 1, isNewPage: false, url: null });
  front.onTabEvent({ tabId: 1, isNewPage: true, url: `${selected.page.url}#end` });
  expect(front.isElsewhere.value).toBe(false);
  front.onTabEvent({ tabId: 1, isNewPage: true, url: "https://www.sea.example/other" });
  expect(front.isElsewhere.value).toBe(true);
});
