import { expect, test } from "vitest";
import { readTypedSite } from "../../../lib/history/site.ts";

test.each([
  ["mail.example.org", "mail.example.org"],
  ["  WWW.Example.org ", "example.org"],
  ["https://example.org/inbox?q=1", "example.org"],
  ["example.org/inbox", "example.org"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["localhost", "localhost"],
  ["192.168.1.4", "192.168.1.4"],
])("“%s” is taken for the site %s", (typed, site) => {
  expect(readTypedSite(typed)).toBe(site);
});

test.each(["", "   ", "mail", "two words.org", "https://", "file:///a.b"])(
  "“%s” is no site",
  (typed) => {
    expect(readTypedSite(typed)).toBeNull();
  },
);
