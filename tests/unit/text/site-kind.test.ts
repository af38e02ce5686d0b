import { expect, test } from "vitest";
import type { PageText, Passage } from "../../../lib/text/page-text.ts";
import { type SiteKind, siteKindOf } from "../../../lib/text/site-kind.ts";

const passages = (...texts: (string | [Passage["kind"], string])[]): Passage[] =>
  texts.map((each, at) => {
    const [kind, text] = typeof each === "string" ? (["paragraph", each] as const) : each;
    return { number: at + 1, kind, text, place: "" };
  });

const story = "The ferry company said on Monday that the crossing would close for the winter.";

test.each<[SiteKind, Partial<PageText>]>([
  [
    "news",
    { title: "Ferry to close for the winter", byline: "A. Writer", passages: passages(story) },
  ],
  ["documentation", { title: "Array.map() – reference", passages: passages(story) }],
  ["documentation", { title: "Lists", passages: passages(story, ["code", "list.map(f)"]) }],
  ["forum", { title: "Ferry?", passages: passages("Posted by sailor", "3 hours ago", story) }],
  ["shop", { title: "Oilskin jacket", passages: passages("€ 89.00", "Add to basket", story) }],
  ["shop", { title: "Jacke", passages: passages("In den Warenkorb", "Lieferzeit 3 Tage") }],
  ["legal", { title: "Privacy Policy – Ferries", passages: passages(story) }],
  ["legal", { title: "Datenschutz", passages: passages(story) }],
  ["other", { title: "Ferries", source: "main", passages: passages(story) }],
])("tells a page of kind %s by its text", (kind, page) => {
  const plain: PageText = {
    title: "",
    byline: null,
    language: "en",
    url: "https://docs.shop.example/forum/privacy",
    source: "article",
    passages: [],
    leftOut: null,
  };
  expect(siteKindOf({ ...plain, ...page })).toBe(kind);
});
