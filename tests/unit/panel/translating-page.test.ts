import { expect, test, vi } from "vitest";
import type { Translator } from "../../../lib/engine/translator.ts";
import { AppError } from "../../../lib/errors.ts";
import { type Pack, packs } from "../../../lib/models/catalogue/packs.ts";
import type { ToPage, ToPanel } from "../../../lib/page/in-place/page-messages.ts";
import { createPageTranslating } from "../../../lib/panel/translating-page.ts";

const english = "The sea was quiet this morning, and the fishermen went out before the sun rose.";
const french = "La mer était calme ce matin, et les pêcheurs sont partis avant le lever du soleil.";
const german = "Das Meer war heute Morgen ruhig, und die Fischer fuhren vor Sonnenaufgang hinaus.";

/** The script in a page, as the panel sees it. */
function playedPage() {
  const sent: ToPage[] = [];
  const says: ((message: ToPanel) => void)[] = [];
  const goes: (() => void)[] = [];
  let isOpen = true;
  return {
    sent,
    say: (message: ToPanel) => says.at(-1)?.(message),
    go: () => goes.at(-1)?.(),
    isOpen: () => isOpen,
    link: {
      send: (message: ToPage) => sent.push(message),
      onMessage: (listener: (message: ToPanel) => void) => says.push(listener),
      onClose: (listener: () => void) => goes.push(listener),
      close: () => {
        isOpen = false;
      },
    },
  };
}

const loud: Translator["translate"] = async ({ texts, from }) => {
  if (from === "fr") throw new AppError("pack-missing", "there is no pack for French");
  return texts.map((text) => ({ text: text.toUpperCase(), isTranslated: !text.includes("loop") }));
};

async function begin(translate = loud, kept: Record<string, string> = {}) {
  let reader = "de";
  const page = playedPage();
  const here: Pack[] = [];
  const panel = createPageTranslating({
    translator: { translate },
    openPage: async () => page.link,
    readerLanguage: async () => reader,
    listPacks: async () => here,
    readLastTarget: async (from) => kept[from] ?? null,
    keepLastTarget: async (from, to) => {
      kept[from] = to;
    },
  });
  await panel.start(7);
  const readNow = (language: string) => {
    reader = language;
  };
  return { page, panel, here, kept, readNow };
}

function ask(...texts: string[]): ToPanel {
  return { kind: "ask", groups: texts.map((text) => ({ language: "en", texts: [text] })) };
}

const progress = { doneSentences: 1, totalSentences: 2, leftSentences: 0, isCut: false };

test("begins in the reader's language, from the left or from the right", async () => {
  const { page, panel } = await begin();
  expect(page.sent[0]).toMatchObject({ kind: "begin", target: { tag: "de", direction: "ltr" } });
  await panel.start(7, "ar");
  expect(page.sent.at(-1)).toMatchObject({ target: { tag: "ar", direction: "rtl" } });
});

test("answers each text: translated, as it was in the target language, or null where it failed", async () => {
  const { page } = await begin();
  page.say(ask(english, german, `${english} loop`, "The sea"));
  await vi.waitFor(() => expect(page.sent).toHaveLength(2));
  expect(page.sent[1]).toEqual({
    kind: "translated",
    groups: [[english.toUpperCase()], [german], [null], ["THE SEA"]],
  });
});

test("leaves what no pack translates, and says in which language", async () => {
  const { page, panel } = await begin();
  page.say(ask(french, english));
  await vi.waitFor(() => expect(page.sent).toHaveLength(2));
  expect(page.sent[1]).toEqual({
    kind: "translated",
    groups: [[french], [english.toUpperCase()]],
  });
  page.say({ kind: "progress", ...progress });
  expect(panel.translation.value).toMatchObject({ kind: "running", progress, missing: ["fr"] });
});

test("is done when every sentence is, until the page adds more", async () => {
  const { page, panel } = await begin();
  page.say({ kind: "progress", ...progress, doneSentences: 2 });
  expect(panel.translation.value.kind).toBe("done");
  page.say({ kind: "progress", ...progress, totalSentences: 3 });
  expect(panel.translation.value.kind).toBe("running");
});

test("stops at once, and goes on with the same page", async () => {
  const { page, panel } = await begin();
  page.say({ kind: "progress", ...progress });
  panel.stop();
  expect(panel.translation.value.kind).toBe("stopped");
  expect(page.isOpen()).toBe(false);
  await panel.goOn();
  expect(page.sent.map(({ kind }) => kind)).toEqual(["begin", "begin"]);
});

test("an answer that comes after Stop does nothing", async () => {
  const late = Promise.withResolvers<void>();
  const { page, panel } = await begin(async (translation, ...rest) => {
    await late.promise;
    return loud(translation, ...rest);
  });
  page.say(ask(english));
  panel.stop();
  late.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(page.sent).toHaveLength(1);
});

test("restores also after Stop, and says so once the page has", async () => {
  const { page, panel } = await begin();
  panel.stop();
  await panel.restore();
  expect(page.sent.at(-1)).toEqual({ kind: "restore" });
  page.say({ kind: "restored" });
  expect(panel.translation.value.kind).toBe("restored");
});

test("shows nothing more of a page that is gone", async () => {
  const { page, panel } = await begin();
  page.say({ kind: "progress", ...progress });
  page.go();
  expect(panel.translation.value.kind).toBe("none");
});

test("tells a failure, and lets go of the page", async () => {
  const { page, panel } = await begin(async () => {
    throw new AppError("out-of-memory", "no more");
  });
  page.say(ask(english));
  await vi.waitFor(() => expect(panel.translation.value.kind).toBe("failed"));
  expect(page.isOpen()).toBe(false);
});

test("goes into the language of the last time from the page's own, before anything is written", async () => {
  const { page, panel } = await begin(loud, { en: "es" });
  page.say(ask(english));
  await vi.waitFor(() => expect(page.sent).toHaveLength(2));
  expect(page.sent[1]).toMatchObject({ kind: "begin", target: { tag: "es" } });
  page.say(ask(english));
  await vi.waitFor(() => expect(page.sent[2]).toMatchObject({ kind: "translated" }));
  expect(panel.target.value).toBe("es");
});

test("keeps what the reader chose, for pages of that language", async () => {
  const { page, panel, kept } = await begin(loud, { en: "es" });
  await panel.start(7, "nl");
  page.say(ask(english));
  await vi.waitFor(() => expect(page.sent[2]).toMatchObject({ kind: "translated" }));
  expect(kept).toEqual({ en: "nl" });
});

test("begins anew by itself once the packs are here that it lacked, and not before", async () => {
  const { page, panel, here } = await begin();
  page.say(ask(french));
  page.say({ kind: "progress", ...progress });
  await vi.waitFor(() => expect(page.sent).toHaveLength(2));
  page.say({ kind: "progress", ...progress });
  await panel.usePacks();
  expect(page.sent).toHaveLength(2);
  here.push(...packs);
  await panel.usePacks();
  expect(page.sent.at(-1)).toEqual({ kind: "restore" });
  page.say({ kind: "restored" });
  await vi.waitFor(() => expect(page.sent.at(-1)).toMatchObject({ kind: "begin" }));
});

test("offers the language chosen for such pages last, or the one that the reader reads now", async () => {
  const { panel, readNow } = await begin(loud, { fr: "en" });
  expect(await panel.suggestTarget("fr")).toBe("en");
  expect(await panel.suggestTarget("es")).toBe("de");
  readNow("it");
  expect(await panel.suggestTarget(null)).toBe("it");
});

test("never offers a page in the language that it is in", async () => {
  const { panel, readNow } = await begin();
  expect(await panel.suggestTarget("de")).toBe("en");
  readNow("en");
  expect(await panel.suggestTarget("en")).toBeNull();
});

test("begins in the language that the reader reads by then", async () => {
  const { page, panel, readNow } = await begin();
  readNow("it");
  await panel.start(7);
  expect(page.sent.at(-1)).toMatchObject({ kind: "begin", target: { tag: "it" } });
});

test("does not begin once it was left while the reader's language was looked up", async () => {
  const { page, panel } = await begin();
  const starting = panel.start(7);
  panel.leave();
  await starting;
  expect(page.sent).toHaveLength(1);
});
