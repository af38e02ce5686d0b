// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { HistorySection } from "../../../components/HistorySection.tsx";
import type { KeptAnswer } from "../../../lib/history/kept-answer.ts";
import { searchHistory } from "../../../lib/history/search-history.ts";
import { kept } from "../history/kept-answers.ts";
import { button, draw, drawn } from "./draw.ts";

const tides = kept();
const asked = kept({ id: "b", question: "Who <b>pulls</b>?", text: "<b>The moon</b>" });

function drawHistory(answers: readonly KeptAnswer[], { isOn = true, isSite = true } = {}) {
  const settings = signal({ isOn, exceptedSites: ["mail.example"] });
  const query = signal("");
  const all = signal(answers);
  const choice = {
    settings,
    setOn: vi.fn(async (isOn: boolean) => {
      settings.value = { ...settings.value, isOn };
    }),
    except: vi.fn(async () => isSite),
    endException: vi.fn(async () => {}),
    refresh: async () => {},
  };
  const history = {
    all,
    query,
    get found() {
      return signal(searchHistory(all.value, query.value));
    },
    search: (typed: string) => {
      query.value = typed;
    },
    remove: vi.fn(async () => {}),
    clear: vi.fn(async () => {}),
    asMarkdown: () => "",
    refresh: async () => {},
  };
  const onExport = vi.fn();
  return { root: draw(<HistorySection {...{ choice, history, onExport }} />), choice, history };
}

async function type(field: HTMLInputElement | null | undefined, text: string): Promise<void> {
  if (field) field.value = text;
  field?.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
}

test("a switch that is off keeps what there is in sight, and takes no exceptions", async () => {
  const { root, choice } = drawHistory([tides], { isOn: false });
  expect(root.textContent).toContain("Nothing more is kept. What you have kept is below.");
  expect(root.querySelector("form")).toBeNull();
  root.querySelector<HTMLInputElement>("[role=switch]")?.click();
  await drawn();
  expect(choice.setOn).toHaveBeenCalledWith(true);
  expect(root.querySelector("form")).not.toBeNull();
});

test("an answer is shown as text, with its question, page, time and address", () => {
  const { root } = drawHistory([asked]);
  for (const words of ["Who <b>pulls</b>?", "<b>The moon</b>", "Asked about “Tides”", asked.url])
    expect(root.querySelector(".history")?.textContent).toContain(words);
  expect(root.querySelector("b, a")).toBeNull();
});

test("typing searches, and says how many were found", async () => {
  const { root } = drawHistory([tides, asked]);
  expect(root.textContent).toContain("2 answers are kept. The newest comes first.");
  const field = root.querySelector<HTMLInputElement>("search input");
  await type(field, "who");
  expect(root.querySelectorAll(".history > li")).toHaveLength(1);
  expect(root.textContent).toContain("1 found. 2 answers are kept.");
  await type(field, "nowhere");
  expect(root.textContent).toContain("None of them has these words.");
});

test("one is removed, and all of it, only after a second click", async () => {
  const { root, history } = drawHistory([tides]);
  button(root, "Remove Tides")?.click();
  await drawn();
  expect(history.remove).not.toHaveBeenCalled();
  button(root, "Remove it")?.click();
  expect(history.remove).toHaveBeenCalledWith(tides.id);
  button(root, "Remove all that is kept")?.click();
  await drawn();
  expect(history.clear).not.toHaveBeenCalled();
});

test("what is no site gets one sentence, and stays typed", async () => {
  const { root, choice } = drawHistory([], { isSite: false });
  const field = root.querySelector<HTMLInputElement>("form input");
  await type(field, "no site");
  root.querySelector("form")?.requestSubmit();
  await drawn();
  expect(choice.except).toHaveBeenCalledWith("no site");
  expect(root.textContent).toContain("That is not the name of a site");
  expect(field?.value).toBe("no site");
  button(root, "Keep again what is of mail.example")?.click();
  expect(choice.endException).toHaveBeenCalledWith("mail.example");
});
