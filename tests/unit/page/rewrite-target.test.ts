import { expect, test } from "vitest";
import {
  chooseTarget,
  type FrameReading,
  longestTargetCharacters,
  parseOutcome,
  type Selected,
} from "../../../lib/page/rewrite-target.ts";

function selected(text: string): Selected {
  return { kind: "copy-only", text, reason: "not-editable" };
}

function frames(...readings: FrameReading[]) {
  return readings.map((reading, frameId) => ({
    frame: { documentId: `document ${frameId}`, frameId },
    reading,
  }));
}

test("takes the selection of the frame that has the focus, though others keep theirs", () => {
  const read = frames(
    { framePath: [], focusedChild: 1, selected: selected("of the page") },
    { framePath: [0], focusedChild: null, selected: selected("of the first frame") },
    { framePath: [1], focusedChild: 0, selected: null },
    { framePath: [1, 0], focusedChild: null, selected: selected("of the frame within") },
  );
  expect(chooseTarget(read)).toEqual({
    ...selected("of the frame within"),
    frame: { documentId: "document 3", frameId: 3 },
  });
});

test("takes the only selection there is, wherever the focus is", () => {
  const read = frames(
    { framePath: [], focusedChild: null, selected: null },
    { framePath: [0], focusedChild: null, selected: selected("of the frame") },
  );
  expect(chooseTarget(read).text).toBe("of the frame");
});

test("says that nothing is selected rather than guess between frames", () => {
  const read = frames(
    { framePath: [], focusedChild: null, selected: null },
    { framePath: [0], focusedChild: null, selected: selected("of one") },
    { framePath: [1], focusedChild: null, selected: selected("of another") },
  );
  expect(() => chooseTarget(read)).toThrow(expect.objectContaining({ code: "nothing-selected" }));
});

test("says that a frame is another site's rather than that nothing is selected", () => {
  const read = frames(
    { framePath: [], focusedChild: 1, selected: null },
    { framePath: [0], focusedChild: null, selected: selected("left selected in another frame") },
  );
  const forbidden = expect.objectContaining({ code: "page-frame-forbidden" });
  expect(() => chooseTarget(read)).toThrow(forbidden);
});

test("finds a frame of the page's own within another site's", () => {
  const read = frames(
    { framePath: [], focusedChild: 1, selected: null },
    { framePath: [0], focusedChild: null, selected: selected("left selected in another frame") },
    { framePath: [1, 0], focusedChild: null, selected: selected("of the frame within") },
  );
  expect(chooseTarget(read).text).toBe("of the frame within");
});

test("refuses a selection that is too long", () => {
  const text = "x".repeat(longestTargetCharacters + 1);
  const read = frames({ framePath: [], focusedChild: null, selected: selected(text) });
  expect(() => chooseTarget(read)).toThrow(expect.objectContaining({ code: "text-too-long" }));
});

test("believes nothing of another shape", () => {
  const refused = expect.objectContaining({ code: "page-forbidden" });
  const frame = { documentId: "d", frameId: 0 };
  for (const reading of [null, {}, { framePath: [], focusedChild: null, selected: "text" }])
    expect(() => chooseTarget([{ frame, reading }])).toThrow(refused);
  for (const outcome of [null, {}, { kind: "refused", reason: "other" }])
    expect(() => parseOutcome(outcome)).toThrow(refused);
});
