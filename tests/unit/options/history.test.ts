import { expect, test } from "vitest";
import type { HistorySettings } from "../../../lib/history/history-settings.ts";
import type { KeptAnswer } from "../../../lib/history/kept-answer.ts";
import { createHistory } from "../../../lib/options/history.ts";
import { createHistoryChoice } from "../../../lib/options/history-choice.ts";
import { kept } from "../history/kept-answers.ts";

const tides = kept();
const mail = kept({ id: "b", title: "Letters", text: "A letter came." });

async function open(...answers: KeptAnswer[]) {
  const listeners: (() => void)[] = [];
  const store = { answers: answers as readonly KeptAnswer[] };
  const history = createHistory({
    read: async () => store.answers,
    remove: async (id) => {
      store.answers = store.answers.filter((answer) => answer.id !== id);
    },
    clear: async () => {
      store.answers = [];
    },
    watch: (listener) => listeners.push(listener),
  });
  await history.refresh();
  const keep = (answer: KeptAnswer) => {
    store.answers = [answer, ...store.answers];
    for (const tell of listeners) tell();
  };
  return { history, keep };
}

test("what is saved is what the search has found", async () => {
  const { history } = await open(tides, mail);
  history.search("moon");
  expect(history.found.value).toEqual([tides]);
  expect(history.asMarkdown()).toContain("The moon pulls the sea.");
  expect(history.asMarkdown()).not.toContain("A letter came.");
});

test("one is removed, or all, and what a panel keeps meanwhile is in the list", async () => {
  const { history, keep } = await open(tides);
  keep(mail);
  await expect.poll(() => history.all.value).toEqual([mail, tides]);
  await history.remove(tides.id);
  expect(history.all.value).toEqual([mail]);
  await history.clear();
  expect(history.all.value).toEqual([]);
});

test("sites are excepted once each, in order, and what is no site changes nothing", async () => {
  const stored = { settings: { isOn: false, exceptedSites: [] } as HistorySettings };
  const choice = createHistoryChoice({
    readSettings: async () => stored.settings,
    writeSettings: async (settings) => {
      stored.settings = settings;
    },
  });
  await choice.setOn(true);
  expect(await choice.except("mail.example")).toBe(true);
  expect(await choice.except("https://www.bank.example/in")).toBe(true);
  expect(await choice.except("mail.example")).toBe(true);
  expect(await choice.except("no site")).toBe(false);
  expect(stored.settings).toEqual({ isOn: true, exceptedSites: ["bank.example", "mail.example"] });
  await choice.endException("mail.example");
  expect(choice.settings.value).toEqual({ isOn: true, exceptedSites: ["bank.example"] });
});
