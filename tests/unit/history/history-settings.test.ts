import { describe, expect, test } from "vitest";
import { mayKeep, parseHistorySettings } from "../../../lib/history/history-settings.ts";

const on = { isOn: true, exceptedSites: ["mail.example", "sea.example"] };

test.each([undefined, null, true, { isOn: "yes" }, { isOn: true, exceptedSites: [7] }])(
  "nothing is kept where %j is stored",
  (stored) => {
    expect(mayKeep(parseHistorySettings(stored), "https://a.example/")).toBe(false);
  },
);

describe("with history on", () => {
  test.each([
    ["https://news.example/a", true],
    ["https://mail.example/inbox", false],
    ["https://www.mail.example/inbox", false],
    ["https://work.mail.example/", false],
    ["https://notmail.example/", true],
    ["http://sea.example:8080/", false],
    ["file:///home/letter.html", true],
    ["", true],
  ])("an answer about “%s” is kept: %s", (url, isKept) => {
    expect(mayKeep(parseHistorySettings(on), url)).toBe(isKept);
  });
});
