import { expect, test } from "vitest";
import { findInvented } from "../../../lib/text/find-invented.ts";

const message = "Dear Ann, can you pay the 30 euros by 12 May? Write to desk@sea.example. Ben";

test.each([
  ["Dear Ben, I will pay the 30 euros by May 12. Kind regards, Ann", "", []],
  ["Dear Ben, I paid 45 euros on 13 May.", "", ["45 euros", "13 May"]],
  ["Dear Ben, I paid 45 euros.", "I paid 45 euros", []],
  ["Write to ann@forms.example instead.", "", ["ann@forms.example"]],
  ["Dear Ben, gladly. I shall see Carla there.", "", []],
])("of %j with the points %j, nothing says %j", (reply, points, invented) => {
  const found = findInvented(reply, [message, points], "en");
  expect(found.map(({ text }) => text)).toEqual(invented);
});
