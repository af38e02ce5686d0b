import { array, assert, asyncProperty, constantFrom, oneof, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { runTranslation } from "../../../lib/engine/run-translation.ts";
import type { Leg } from "../../../lib/engine/translate-sentences.ts";
import { legBy, ScriptedPack, type Rule } from "./scripted-pack.ts";

const never = new AbortController().signal;
const shout: Rule = (text) => text.toUpperCase();
const same: Rule = (text) => text;

async function translate(legs: readonly Leg[], texts: readonly string[]) {
  const told: { index: number; text: string; isTranslated: boolean }[] = [];
  await runTranslation(
    { legs, texts },
    (event) => {
      if (event.kind === "translated") told.push(event);
    },
    never,
  );
  return told
    .toSorted((a, b) => a.index - b.index)
    .map(({ text, isTranslated }) => ({ text, isTranslated }));
}

/** What a text becomes, and whether all of it was translated. */
async function become(rule: Rule, text: string, mostTokens?: number) {
  const [told] = await translate([legBy(new ScriptedPack(rule, mostTokens))], [text]);
  return told;
}

describe("whatever the texts are", () => {
  const words = constantFrom("the", "sea.", "3,5", "\n", "«Ja»,", "https://a.org/b", "，", "…", "");
  const text = oneof(
    string(),
    array(words, { maxLength: 60 }).map((all) => all.join(" ")),
  );
  const rule = constantFrom<Rule>(
    shout,
    same,
    () => "",
    (written) => ({ text: written, ending: "loop" }),
    (written, isSecondTry) => (isSecondTry ? written : "x ".repeat(400)),
  );

  test("there are as many results as texts, each told once", async () => {
    await assert(
      asyncProperty(array(text, { maxLength: 8 }), rule, async (texts, rule) => {
        const told = await translate([legBy(new ScriptedPack(rule))], texts);
        expect(told).toHaveLength(texts.length);
      }),
    );
  });

  test("a pack that changes nothing changes nothing but the spaces between sentences", async () => {
    const plain = (text: string) => text.replaceAll(/\s+/g, "");
    await assert(
      asyncProperty(array(text, { maxLength: 4 }), async (texts) => {
        const told = await translate([legBy(new ScriptedPack(same))], texts);
        expect(told.map(({ text }) => plain(text))).toEqual(texts.map(plain));
      }),
    );
  });

  test("a pack that fails at everything leaves every text as it was", async () => {
    await assert(
      asyncProperty(array(text, { maxLength: 4 }), async (texts) => {
        const told = await translate([legBy(new ScriptedPack(() => ""))], texts);
        const lines = (text: string) => text.split(/\s+/);
        expect(told.map(({ text }) => lines(text))).toEqual(texts.map(lines));
      }),
    );
  });
});

test("a text is translated sentence by sentence and keeps its lines", async () => {
  expect(await become(shout, "The sea. It is cold.\n\n  Old town\n")).toEqual({
    text: "THE SEA. IT IS COLD.\n\n  OLD TOWN\n",
    isTranslated: true,
  });
});

test("a sentence that comes again is translated once", async () => {
  const pack = new ScriptedPack(shout);
  const told = await translate([legBy(pack)], ["The sea. The sea.", "The sea.", "42"]);
  expect(told.map(({ text }) => text)).toEqual(["THE SEA. THE SEA.", "THE SEA.", "42"]);
  expect(pack.batches).toEqual([["The sea."]]);
});

test("numbers and signs are not given to a model, and count as translated", async () => {
  const pack = new ScriptedPack(shout);
  expect(await translate([legBy(pack)], ["42 %", "— … —", ""])).toEqual(
    ["42 %", "— … —", ""].map((text) => ({ text, isTranslated: true })),
  );
  expect(pack.batches).toEqual([]);
});

test("a sentence longer than the model takes goes in clauses, and comes back as one", async () => {
  const pack = new ScriptedPack(shout, 4);
  const [told] = await translate([legBy(pack)], ["the old sea, the new town, and a bridge"]);
  expect(told?.text).toBe("THE OLD SEA, THE NEW TOWN, AND A BRIDGE");
  expect(pack.batches.flat()).toEqual(["the old sea,", "the new town,", "and a bridge"]);
});

describe("what comes out wrong is tried again", () => {
  test.each<[what: string, first: ReturnType<Rule>]>([
    ["empty", " "],
    ["a loop", { text: "SEA SEA SEA", ending: "loop" }],
    ["cut off", { text: "THE", ending: "length" }],
    ["far too long", "SEA ".repeat(90)],
    ["another number", "THE SEA HAS 7 TOWNS, AND A BRIDGE."],
  ])("%s", async (_, first) => {
    const rule: Rule = (text, isSecondTry) => (isSecondTry ? text.toUpperCase() : first);
    expect(await become(rule, "The sea has 4 towns, and a bridge.")).toEqual({
      text: "THE SEA HAS 4 TOWNS, AND A BRIDGE.",
      isTranslated: true,
    });
  });

  test("a long sentence in shorter parts, of which none may be lost", async () => {
    const clause = "the sea has so many old towns, ";
    const text = `${clause.repeat(3).trim()} and a bridge.`;
    const rule: Rule = (text) => (text.length > 80 ? "" : text.toUpperCase());
    expect(await become(rule, text, 40)).toEqual({ text: text.toUpperCase(), isTranslated: true });
    const lossy: Rule = (text, again) =>
      again && text.includes("bridge") ? "" : rule(text, again);
    expect(await become(lossy, text, 40)).toEqual({ text, isTranslated: false });
  });

  test("and else is left in the original, marked, with the sentences around it translated", async () => {
    const rule: Rule = (text) => (text.includes("town") ? "" : text.toUpperCase());
    expect(await become(rule, "The sea. The town. The cat.")).toEqual({
      text: "THE SEA. The town. THE CAT.",
      isTranslated: false,
    });
  });
});

test("through English it goes by two packs, and what fails in the first goes no further", async () => {
  const first = new ScriptedPack((text) => (text.includes("Stadt") ? "" : `the ${text}`));
  const second = new ScriptedPack(shout);
  const legs = [legBy(first, "de", "en"), legBy(second, "en", "fr")];
  expect(await translate(legs, ["Die See.", "Die Stadt."])).toEqual([
    { text: "THE DIE SEE.", isTranslated: true },
    { text: "Die Stadt.", isTranslated: false },
  ]);
  expect(second.batches.flat()).toEqual(["the Die See."]);
});

test("languages without spaces between sentences get none, and the others get theirs", async () => {
  const join = async (from: string, to: string, text: string) => {
    const [told] = await translate([legBy(new ScriptedPack(same), from, to)], [text]);
    return told?.text;
  };
  expect(await join("en", "zh", "The sea. The town.")).toBe("The sea.The town.");
  expect(await join("zh", "en", "海很冷。城很老。")).toBe("海很冷。 城很老。");
});

test("the first texts are told before the last are begun", async () => {
  const pack = new ScriptedPack(shout);
  const texts = Array.from({ length: 100 }, (_, at) => `sentence number ${at}`);
  const before: number[] = [];
  await runTranslation(
    { legs: [legBy(pack)], texts },
    (event) => event.kind === "translated" && before.push(pack.batches.length),
    never,
  );
  expect(before).toHaveLength(100);
  expect(before[0]).toBeLessThan(pack.batches.length);
});

test("Stop is heard between tokens", async () => {
  const abort = new AbortController();
  const pack = new ScriptedPack((text) => {
    abort.abort();
    return text;
  });
  const texts = Array.from({ length: 100 }, (_, at) => `sentence number ${at}`);
  const running = runTranslation({ legs: [legBy(pack)], texts }, () => {}, abort.signal);
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
  expect(pack.batches).toHaveLength(1);
});
