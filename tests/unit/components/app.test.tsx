// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { App } from "../../../components/App.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { Panel } from "../../../lib/panel/panel.ts";
import type { Replying } from "../../../lib/panel/replying.ts";
import type { Rewriting } from "../../../lib/panel/rewriting.ts";
import type { SelectionTranslating } from "../../../lib/panel/translating-selection.ts";
import { button, draw, drawn } from "./draw.ts";
import { openModels } from "../options/played-models.ts";
import {
  idleChoices,
  idleAsking,
  idlePanel,
  idleProofreading,
  idleReplying,
  idleRewriting,
  idleShowing,
  idlePageTranslating,
  idleTranslating,
  ownTask,
  page,
  read,
  selected,
  started,
} from "./samples.ts";

const { models } = await openModels();

function drawApp(
  panel: Partial<Panel>,
  isElsewhere = false,
  {
    rewriting = {},
    replying = {},
    translating = {},
  }: {
    rewriting?: Partial<Rewriting>;
    replying?: Partial<Replying>;
    translating?: Partial<SelectionTranslating>;
  } = {},
) {
  const elsewhere = signal(isElsewhere);
  const asked: string[] = [];
  const root = draw(
    <App
      panel={{ ...idlePanel, ...panel }}
      evidence={signal(null)}
      exchangeEvidence={signal(new Map())}
      summaryTranslation={signal(null)}
      summaryChoices={idleChoices}
      asking={idleAsking}
      showing={idleShowing}
      rewriting={{ ...idleRewriting, ...rewriting }}
      proofreading={idleProofreading}
      replying={{ ...idleReplying, ...replying }}
      selectionTranslating={{ ...idleTranslating, ...translating }}
      pageTranslating={idlePageTranslating}
      models={models}
      ownTasks={signal([ownTask])}
      isElsewhere={{
        summary: elsewhere,
        rewrite: elsewhere,
        reply: elsewhere,
        translation: elsewhere,
      }}
      announcement={signal("")}
      onSummarize={() => asked.push("summarize")}
      onAsk={() => asked.push("ask")}
      onRewrite={(...how) => asked.push(JSON.stringify(how))}
      onReply={(points) => asked.push(`reply ${points}`)}
      onTranslatePage={(to) => asked.push(`translate ${to}`)}
      onTranslateSelection={() => asked.push("translate")}
      onReadPdf={() => {}}
      onCopy={async () => true}
      nameOf={(id) => id}
      onUseFolder={() => {}}
      onOpenOptions={() => {}}
    />,
  );
  return { root, asked };
}

const isRead = signal({ kind: "read", ...read } as const);

test("says how to begin", () => {
  const { root, asked } = drawApp({});
  expect(root.querySelector("main")?.textContent).toContain("Press Summarize");
  button(root, "Summarize")?.click();
  expect(asked).toEqual(["summarize"]);
});

test("says what was read", () => {
  const { root } = drawApp({ reading: isRead });
  expect(root.querySelector("h2")?.textContent).toBe("On tides");
  expect(root.querySelector(".facts")?.textContent).toBe("sea.example1,234 words5 min");
});

test("says that a selection was read, and what was left out", () => {
  const large = { ...page, source: "selection", leftOut: "page-too-large" } as const;
  const { root } = drawApp({ reading: signal({ kind: "read", ...read, page: large }) });
  expect(root.querySelector(".facts")?.textContent).toContain("Selection");
  expect(root.textContent).toContain("Sotto read its first 1,234 words.");
});

test("says when the answer is about another page", () => {
  const { root, asked } = drawApp({ reading: isRead }, true);
  expect(root.textContent).toContain(
    "This is about “On tides” (sea.example), not the page in front of you.",
  );
  button(root, "Summarize this page")?.click();
  expect(asked).toEqual(["summarize"]);
});

test("says why a page could not be read, but not of another page", () => {
  const failed = signal({ kind: "failed", tabId: 1 } as const);
  const problem = signal(new AppError("page-empty", "").toWire());
  expect(drawApp({ reading: failed, problem }).root.querySelector("[role=alert]")).not.toBeNull();
  const elsewhere = drawApp({ reading: failed, problem }, true).root;
  expect(elsewhere.querySelector("[role=alert]")).toBeNull();
});

test("has Stop in place of Summarize while a job runs, keeping the focus", async () => {
  const answer = signal<Panel["answer"]["value"]>({ kind: "none" });
  const { root } = drawApp({ reading: isRead, answer });
  button(root, "Summarize")?.focus();
  answer.value = { kind: "streaming", started, text: "T" };
  await drawn();
  expect(button(root, "Summarize")).toBeUndefined();
  expect(document.activeElement?.textContent).toBe("Stop");
});

test("makes no link of anything", () => {
  const hostile = { ...page, title: "<a href=x>", url: "javascript:alert(1)" };
  const reading = signal({ kind: "read", ...read, page: hostile } as const);
  expect(drawApp({ reading }).root.querySelector("a, img, script, iframe")).toBeNull();
});

test("offers the ways to rewrite, in sight where a selection was read", () => {
  const page = { ...read.page, source: "selection" } as const;
  const ofSelection = drawApp({ reading: signal({ kind: "read", ...read, page } as const) });
  const ways = ofSelection.root.querySelector<HTMLDetailsElement>("details.other-ways");
  expect(ways?.open).toBe(true);
  button(ofSelection.root, "Plainer")?.click();
  button(ofSelection.root, ownTask.name)?.click();
  expect(ofSelection.asked).toEqual([`["plainer"]`, `[{"ownTaskId":"t1"}]`]);
  const ofPage = drawApp({ reading: isRead }).root;
  expect(ofPage.querySelector<HTMLDetailsElement>("details.other-ways")?.open).toBe(false);
});

test("shows a rewrite in place of the summary, and leads back to it", () => {
  let hasLeft = false;
  const subject = signal(selected);
  const leave = () => {
    hasLeft = true;
  };
  const { root } = drawApp({ reading: isRead }, false, { rewriting: { subject, leave } });
  expect(root.querySelector("h2")?.textContent).toBe("Rewrite");
  expect(root.textContent).not.toContain("On tides");
  button(root, "Back to the summary")?.click();
  expect(hasLeft).toBe(true);
});

test.each(["rewriting", "translating"])("says that what is selected is elsewhere: %s", (what) => {
  const subject = signal(selected);
  const sentence =
    "This is about “A form” (sea.example), not the page in front of you. Replace works only there.";
  expect(drawApp({}, true, { [what]: { subject } }).root.textContent).toContain(sentence);
  expect(drawApp({}, false, { [what]: { subject } }).root.textContent).not.toContain(
    "This is about",
  );
});

test("offers a reply with the points that are typed, and shows it in place of the summary", () => {
  const { root, asked } = drawApp({ reading: isRead });
  const field = root.querySelector<HTMLTextAreaElement>(".reply-form textarea");
  if (field) field.value = "Yes to Tuesday";
  root.querySelector(".reply-form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  expect(asked).toEqual(["reply Yes to Tuesday"]);
  let hasLeft = false;
  const leave = () => {
    hasLeft = true;
  };
  const replying = { subject: signal(selected), leave };
  const shown = drawApp({ reading: isRead }, true, { replying }).root;
  expect(shown.querySelector("h2")?.textContent).toBe("Reply");
  expect(shown.textContent).toContain("This is about “A form” (sea.example)");
  button(shown, "Back to the summary")?.click();
  expect(hasLeft).toBe(true);
});

test("Stop ends the reply that is being drafted", () => {
  let hasStopped = false;
  const stop = () => {
    hasStopped = true;
  };
  const reply = signal({ kind: "streaming", started, text: "T" } as const);
  const replying = { subject: signal(selected), reply, stop };
  button(drawApp({}, false, { replying }).root, "Stop")?.click();
  expect(hasStopped).toBe(true);
});
