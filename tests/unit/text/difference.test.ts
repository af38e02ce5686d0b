import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTexts } from "../../../lib/text/difference.ts";
import { oddPair, oddText } from "./odd-text.ts";

/** What is removed stands in [- -], what is added in {+ +}. */
const cases: readonly [before: string, after: string, shown: string][] = [
  ["", "", ""],
  ["Same.", "Same.", "Same."],
  ["", "New.", "{+New.+}"],
  ["Old.", "", "[-Old.-]"],
  ["the cat", "the big cat", "the {+big +}cat"],
  [
    "He go to school every days.",
    "He goes to school every day.",
    "He [-go-]{+goes+} to school every [-days-]{+day+}.",
  ],
  ["The big red cat sat.", "The small blue cat sat.", "The [-big red-]{+small blue+} cat sat."],
  [
    "We was here, and they was happy.",
    "We were here, and they were happy.",
    "We [-was-]{+were+} here, and they [-was-]{+were+} happy.",
  ],
  [
    "I would like to ask you to send me the report.",
    "Please send me the report.",
    "[-I would like to ask you to -]{+Please +}send me the report.",
  ],
  ["I don't know.", "I don’t know.", "I [-don't-]{+don’t+} know."],
  ["It costs 1,000 now.", "It costs 1,500 now.", "It costs [-1,000-]{+1,500+} now."],
  ["One.\n\nTwo is old.\n", "One.\n\nTwo is new.\n", "One.\n\nTwo is [-old-]{+new+}.\n"],
  ["a b\n\nc d", "e f\n\ng h", "[-a b-]{+e f+}\n\n[-c d-]{+g h+}"],
  ["Eins  zwei\tdrei", "Eins zwei drei", "Eins[-  -]{+ +}zwei[-\t-]{+ +}drei"],
  ["one\r\ntwo", "one\ntwo", "one[-\r\n-]{+\n+}two"],
  ["東京は日本の首都です。", "東京は日本の都市です。", "東京は日本の[-首都-]{+都市+}です。"],
  ["ฉันชอบกินข้าว", "ฉันรักกินข้าว", "ฉัน[-ชอบ-]{+รัก+}กินข้าว"],
  ["أنا أحب القهوة", "أنا أحب الشاي", "أنا أحب [-القهوة-]{+الشاي+}"],
  ["मुझे चाय पसंद है", "मुझे कॉफ़ी पसंद है", "मुझे [-चाय-]{+कॉफ़ी+} पसंद है"],
  ["می‌روم خانه", "می‌آیم خانه", "[-می‌روم-]{+می‌آیم+} خانه"],
  ["나는 집에 간다", "나는 학교에 간다", "나는 [-집에-]{+학교에+} 간다"],
  ["Fun 👩‍👩‍👧 day", "Fun 👩‍👩‍👦 day", "Fun [-👩‍👩‍👧-]{+👩‍👩‍👦+} day"],
];

describe("shows word by word what a rewrite changes", () => {
  test.each(cases)("%j to %j", (before, after, shown) => {
    expect(show(before, after)).toBe(shown);
  });
});

test("gives back both texts exactly, in every script and with broken signs", () => {
  fc.assert(
    fc.property(oddPair, ([before, after]) => holds(before, after)),
    { numRuns: 400 },
  );
});

test("has nothing to show between a text and itself", () => {
  fc.assert(
    fc.property(oddText, (text) => {
      expect(compareTexts(text, text)).toEqual(text === "" ? [] : [{ kind: "same", text }]);
    }),
  );
});

describe("20,000 characters", () => {
  const paragraph = (from: number) =>
    Array.from({ length: 120 }, (_, at) => `word${(from * 7 + at * at) % 977}`).join(" ");
  const text = Array.from({ length: 25 }, (_, at) => paragraph(at)).join("\n\n");
  const reworded = text.replace(/word(\d+)/g, (word, digits: string) =>
    Number(digits) % 3 === 0 ? `term${digits}` : word,
  );
  const other = text.replaceAll("word", "term");
  const unspaced = "東京は日本の首都であり人が多い".repeat(1_400);

  test.each([
    ["with every third word reworded", text, reworded],
    ["with no word kept", text, other],
    ["turned round", text, text.split(" ").toReversed().join(" ")],
    ["without spaces", unspaced, unspaced.replaceAll("日本", "我国")],
    ["against almost nothing", text, "word1"],
  ])("%s take well under a second", (_, before, after) => {
    const startedMs = performance.now();
    const changes = compareTexts(before, after);
    expect(performance.now() - startedMs).toBeLessThan(1_500);
    expect(joined(changes, "removed")).toBe(before);
    expect(joined(changes, "added")).toBe(after);
  });

  test("that keep no word are still shown paragraph by paragraph", () => {
    expect(compareTexts(text, other).filter(({ kind }) => kind === "same")).toHaveLength(24);
  });

  test("that are reworded here and there are shown word by word", () => {
    const longest = Math.max(
      ...compareTexts(text, reworded).map(({ kind, text }) => (kind === "same" ? 0 : text.length)),
    );
    expect(longest).toBeLessThan(400);
  });
});

function holds(before: string, after: string) {
  const changes = compareTexts(before, after);
  expect(joined(changes, "removed")).toBe(before);
  expect(joined(changes, "added")).toBe(after);
  expect(changes.every(({ text }) => text !== "")).toBe(true);
  const pairs = changes.slice(1).map(({ kind }, at) => `${changes[at]?.kind} ${kind}`);
  expect(pairs.filter((pair) => /^(\w+) \1$|^added removed$/.test(pair))).toEqual([]);
}

function joined(changes: ReturnType<typeof compareTexts>, side: "removed" | "added") {
  return changes.map(({ kind, text }) => (kind === "same" || kind === side ? text : "")).join("");
}

function show(before: string, after: string) {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] };
  return compareTexts(before, after)
    .map(({ kind, text }) => marks[kind].join(text))
    .join("");
}
