// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { SummaryChoicesRow } from "../../../components/SummaryChoicesRow.tsx";
import { createSummaryChoices, noDefaults } from "../../../lib/panel/summary-choices.ts";
import { summaryKinds } from "../../../lib/tasks/summarize.task.ts";
import { draw } from "./draw.ts";
import { page } from "./samples.ts";

async function drawRow() {
  const written: unknown[] = [];
  const choices = createSummaryChoices({
    read: async () => noDefaults,
    write: async (defaults) => void written.push(defaults),
    answerLanguage: async () => null,
  });
  await choices.forPage(page);
  const asked: unknown[] = [];
  const root = draw(
    <SummaryChoicesRow choices={choices} onChange={() => asked.push(choices.choice.value)} />,
  );
  return { root, asked, written };
}

function choose(root: Element, label: string, words: string) {
  const select = root.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
  if (!select) throw new Error(`no choice of ${label}`);
  select.selectedIndex = [...select.options].findIndex(({ textContent }) => textContent === words);
  select.dispatchEvent(new Event("change"));
}

test("offers every kind, and a change asks anew", async () => {
  const { root, asked } = await drawRow();
  expect(root.querySelectorAll('select[aria-label="Kind"] option')).toHaveLength(
    summaryKinds.length,
  );
  choose(root, "Kind", "Table of facts");
  choose(root, "Length", "Short");
  root.querySelector<HTMLInputElement>("input")?.click();
  choose(root, "Language", "Deutsch");
  expect(asked).toMatchObject([
    { kind: "facts", length: "medium" },
    { kind: "facts", length: "short", words: "the page's" },
    { kind: "facts", length: "short", words: "plain" },
    { kind: "facts", length: "short", words: "plain", language: "de" },
  ]);
});

test("keeps a choice for pages of this kind, and asks nothing for that", async () => {
  const { root, asked, written } = await drawRow();
  choose(root, "Use this for", "For documentation");
  expect(asked).toEqual([]);
  await expect
    .poll(() => written)
    .toMatchObject([{ bySiteKind: { documentation: { kind: "key points" } } }]);
});
