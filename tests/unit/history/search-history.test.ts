import { expect, test } from "vitest";
import { searchHistory } from "../../../lib/history/search-history.ts";
import { kept } from "./kept-answers.ts";

const tides = kept();
const asked = kept({ id: "b", question: "Où va la marée ?", text: "À Saint-Malo.", title: "" });
const all = [tides, asked];

test.each([
  ["moon", [tides]],
  ["MOON sea", [tides]],
  ["sea.example", all],
  ["maree", [asked]],
  ["saint-malo ou", [asked]],
  ["moon malo", []],
  ["", all],
  ["   ", all],
])("“%s” finds what has every word of it", (query, found) => {
  expect(searchHistory(all, query)).toEqual(found);
});
