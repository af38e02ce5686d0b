// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { findPassage } from "../../../lib/page/find-passage.ts";

const sentence =
  "Twice a day the sea climbs the harbour wall, waits for an hour, and then goes quietly down again.";

beforeEach(() => {
  document.body.innerHTML = `<nav><a>Home</a></nav><article><p>First.</p><p>Twice a <b>day</b> the
    sea climbs the <i>harbour</i> wall, waits for an hour, and then goes quietly down again.</p></article>`;
});

const found = (text: string, place: string) =>
  findPassage(document, { text, place })?.toString().replace(/\s+/g, " ");

test("finds a passage spread over inline elements", () => {
  expect(found(sentence, "1/1")).toBe(sentence);
});

test("finds a passage that has moved", () => {
  expect(found(sentence, "0/7/2")).toBe(sentence);
});

test("finds a passage whose middle has changed", () => {
  document.querySelector("i")?.replaceChildren("old harbour");
  expect(found(sentence, "1/1")).toBe(sentence.replace("harbour", "old harbour"));
});

test("finds text in an open shadow root", () => {
  const host = document.body.appendChild(document.createElement("x-tide"));
  host.attachShadow({ mode: "open" }).innerHTML = "<p>Tides turn at noon.</p>";
  expect(found("Tides turn at noon.", "2/s/0")).toBe("Tides turn at noon.");
});

test("finds nothing when the passage is gone", () => {
  expect(found("The moon has left for good.", "1/1")).toBeUndefined();
});
