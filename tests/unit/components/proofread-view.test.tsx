// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { ProofreadView } from "../../../components/ProofreadView.tsx";
import type { Decision, ProofreadDraft } from "../../../lib/panel/proofreading.ts";
import type { Replacement } from "../../../lib/panel/replacing.ts";
import type { Rewrite } from "../../../lib/panel/rewriting.ts";
import { button, draw, drawn } from "./draw.ts";
import { idleProofreading, target } from "./samples.ts";

const text =
  "First line.\nAnd so I recieved the the <b>cake</b> of them all, as everybody knows today.";
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

function readDraft(decisions: [number, Decision][] = []): ProofreadDraft {
  return {
    kind: "read",
    text,
    suggestions: [
      { ...at("recieved"), corrections: ["received", "relieved"], reason: "spelling" },
      { ...at("the the"), corrections: ["the"], reason: "repeated" },
    ],
    decisions: new Map(decisions),
    result: { after: "After.", losses: [], isOffered: decisions.length > 0 },
  };
}

function drawDraft(
  draft: ProofreadDraft,
  {
    rewrite = { kind: "no-model" },
    replacement = { kind: "none" },
    answerReplacement = { kind: "none" },
  }: { rewrite?: Rewrite; replacement?: Replacement; answerReplacement?: Replacement } = {},
) {
  const done: string[] = [];
  const root = draw(
    <ProofreadView
      proofreading={{
        ...idleProofreading,
        draft: signal(draft),
        replacement: signal(replacement),
        decide: (index, decision) => done.push(`${index} ${decision}`),
        acceptAll: () => done.push("all"),
      }}
      rewrite={rewrite}
      answerReplacement={answerReplacement}
      target={target}
      onCopy={async () => true}
    >
      <p>The model says.</p>
    </ProofreadView>,
  );
  return { root, done };
}

const names = (root: Element) =>
  [...root.querySelectorAll("button")].map(
    (each) => each.getAttribute("aria-label") ?? each.textContent,
  );

test("shows each suggestion in its own line, with the correction and why", () => {
  const { root } = drawDraft(readDraft());
  const [first] = root.querySelectorAll("li");
  expect(first?.querySelector(".suggestion-text")?.textContent).toBe(
    "And so I recieved received the the <b>cake</b> of them…",
  );
  expect(first?.querySelector("del")?.textContent).toBe("recieved");
  expect(first?.querySelector(".suggestion-why")?.textContent).toMatch(/\.$/);
  expect(root.querySelector("b")).toBeNull();
});

test("each is accepted, accepted otherwise, or dismissed", () => {
  const { root, done } = drawDraft(readDraft());
  for (const each of root.querySelectorAll("button")) each.click();
  expect(names(root)).toEqual([
    "Accept all",
    "Accept “received”",
    "Accept “relieved”",
    "Dismiss",
    "Accept “the”",
    "Dismiss",
  ]);
  expect(done).toEqual(["all", "0 received", "0 relieved", "0 null", "1 the", "1 null"]);
});

test("what is dismissed stands as it was, and what is accepted can be replaced and copied", () => {
  const decided = readDraft([
    [0, "relieved"],
    [1, null],
  ]);
  const { root } = drawDraft(decided);
  expect([...root.querySelectorAll("ins")].map(({ textContent }) => textContent)).toEqual([
    "relieved",
  ]);
  expect(button(root, "Replace")).toBeDefined();
  expect(button(root, "Copy")).toBeDefined();
});

test("what the page has can be undone, and not decided anew", () => {
  const { root } = drawDraft(readDraft([[0, "received"]]), { replacement: { kind: "replaced" } });
  expect(names(root)).toEqual(["Undo", "Copy"]);
});

test("the model's answer is a click away where there is a model, and all there is without a draft", async () => {
  const running: Rewrite = { kind: "none" };
  const { root } = drawDraft(readDraft(), { rewrite: running });
  expect(root.textContent).not.toContain("The model says.");
  button(root, "Model’s answer")?.click();
  await drawn();
  expect(root.textContent).toContain("The model says.");
  expect(drawDraft({ kind: "none" }).root.textContent).toBe("The model says.");
  expect(button(drawDraft(readDraft()).root, "Model’s answer")).toBeUndefined();
});

test("what is of a text that the page no longer has is not to be turned to", () => {
  const rewrite: Rewrite = { kind: "none" };
  const draft = readDraft([[0, "received"]]);
  const offered = (how: object) =>
    button(drawDraft(draft, { rewrite, ...how }).root, "Model’s answer");
  expect(offered({})).toBeDefined();
  expect(offered({ replacement: { kind: "replaced" } })).toBeUndefined();
  expect(offered({ answerReplacement: { kind: "replaced" } })).toBeUndefined();
  expect(offered({ replacement: { kind: "undone" } })).toBeDefined();
});

test("says that it looks, and that it found nothing", () => {
  expect(drawDraft({ kind: "reading" }).root.querySelector("output")?.textContent).toMatch(
    /Looking/,
  );
  const nothing = { ...readDraft(), suggestions: [] } as ProofreadDraft;
  expect(drawDraft(nothing).root.querySelector("output")?.textContent).toMatch(/No mistakes found/);
});
