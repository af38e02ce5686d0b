// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { RewriteView } from "../../../components/RewriteView.tsx";
import { noProgress } from "../../../lib/panel/rewrite-progress.ts";
import type { RewriteResult } from "../../../lib/panel/rewrite-result.ts";
import type { Replacement } from "../../../lib/panel/replacing.ts";
import type { Rewrite, Rewriting } from "../../../lib/panel/rewriting.ts";
import type { Target } from "../../../lib/panel/selection.ts";
import type { Wanted } from "../../../lib/panel/wanted.ts";
import type { ProtectedChange } from "../../../lib/text/compare-protected.ts";
import { button, draw, drawn } from "./draw.ts";
import { idleProofreading, idleRewriting, ownTask, selected, target } from "./samples.ts";

const result: RewriteResult = {
  after: "The tide turns at 4:20.",
  changes: [
    { kind: "same", text: "The tide ", isMarked: false },
    { kind: "removed", text: "turn", isMarked: false },
    { kind: "added", text: "turns", isMarked: false },
    { kind: "same", text: " at 4:20.", isMarked: false },
  ],
  losses: [],
  wordings: ["The tide turns at 4:20."],
  doneParts: 1,
  totalParts: 1,
  cutShort: null,
  isOffered: true,
};

const ended = (changed: Partial<RewriteResult> = {}): Rewrite => ({
  kind: "ended",
  progress: noProgress,
  result: { ...result, ...changed },
  end: { kind: "done" },
  isRepeated: false,
});

function drawRewrite(
  rewrite: Rewrite,
  {
    of = target,
    replacement = { kind: "none" },
    wanted = { kind: "plainer" },
  }: { of?: Target; replacement?: Replacement; wanted?: Wanted } = {},
) {
  const done: string[] = [];
  const note = (what: string) => async () => {
    done.push(what);
  };
  const rewriting: Rewriting = {
    ...idleRewriting,
    subject: signal({ ...selected, target: of }),
    wanted: signal(wanted),
    lastWords: signal("Make it shorter"),
    rewrite: signal(rewrite),
    replacement: signal(replacement),
    replace: note("replace"),
    keepOld: () => done.push("keep"),
    undo: note("undo"),
    tryAgain: note("again"),
    askInOwnWords: async (words) => {
      done.push(words);
    },
  };
  const root = draw(
    <RewriteView
      rewriting={rewriting}
      proofreading={idleProofreading}
      ownTasks={[ownTask]}
      isElsewhere={false}
      onRewrite={(way) => done.push(JSON.stringify(way))}
      onCopy={async (text) => {
        done.push(`copied ${text}`);
        return true;
      }}
    />,
  );
  return { root, done };
}

test("says what was asked, and of how much", () => {
  const { root } = drawRewrite(ended());
  expect(root.querySelector("h2")?.textContent).toBe("Plainer");
  expect(root.querySelector(".facts")?.textContent).toBe("Selection22 characters");
});

test("shows what streams before it shows what changes", () => {
  const progress = { ...noProgress, text: "The tide " };
  const { root } = drawRewrite({ kind: "running", progress });
  expect(root.querySelector("section")?.textContent).toBe("The tide ");
  expect(root.querySelector("section")?.getAttribute("aria-busy")).toBe("true");
  expect(button(root, "Replace")).toBeUndefined();
});

describe("the difference", () => {
  test("tells removed and added words apart by element and by words for screen readers", () => {
    const { root } = drawRewrite(ended());
    expect(root.querySelector("del")?.textContent).toBe("removed: turn");
    expect(root.querySelector("ins")?.textContent).toBe("added: turns");
    expect(root.querySelector("output")?.textContent).toBe("1 place changed.");
  });

  test("is one click away from the new text alone", async () => {
    const { root } = drawRewrite(ended());
    button(root, "New text")?.click();
    await drawn();
    expect(root.querySelector("section")?.textContent).toBe(result.after);
    expect(root.querySelector("del, ins")).toBeNull();
  });

  test("shows line breaks that come or go", () => {
    const added = { kind: "added", text: "\n\n", isMarked: false } as const;
    const { root } = drawRewrite(ended({ changes: [added] }));
    expect(root.querySelector("ins")?.textContent).toBe("added: ↵\n↵\n");
  });

  test("marks what should have stayed, and names it", () => {
    const removed = { kind: "removed", text: "4:20", isMarked: true } as const;
    const span = { kind: "date", start: 0, end: 4, text: "4:20" } as const;
    const losses: ProtectedChange[] = [{ kind: "missing", span }];
    const { root } = drawRewrite(ended({ changes: [removed], losses }));
    expect(root.querySelector("del mark")?.textContent).toBe("4:20");
    expect(root.querySelector(".losses")?.textContent).toContain("“4:20” is missing.");
  });
});

test("Replace, Copy and Try again do what they say", () => {
  const { root, done } = drawRewrite(ended());
  for (const name of ["Replace", "Copy", "Try again"]) button(root, name)?.click();
  expect(done).toEqual(["replace", `copied ${result.after}`, "again"]);
});

test("asks once more, where the first click cannot fall on it", () => {
  const { root, done } = drawRewrite(ended(), { replacement: { kind: "asking" } });
  button(root, "Replace")?.click();
  expect(done).toEqual([]);
  button(root, "Keep my text")?.click();
  button(root, "Replace anyway")?.click();
  expect(done).toEqual(["keep", "replace"]);
});

test("after a replacement there is Undo, with the focus, and no second Replace", async () => {
  const { root, done } = drawRewrite(ended(), { replacement: { kind: "replaced" } });
  await drawn();
  expect(button(root, "Replace")).toBeUndefined();
  expect(document.activeElement?.textContent).toBe("Undo");
  button(root, "Undo")?.click();
  expect(done).toEqual(["undo"]);
});

test.each(["gone", "changed", "not-kept"] as const)(
  "says why nothing was replaced, and offers Copy, when the text is %s",
  (reason) => {
    const { root } = drawRewrite(ended(), {
      replacement: { kind: "refused", what: "replace", reason },
    });
    expect(root.querySelector("output")?.textContent).toMatch(/Copy the rewrite/);
    expect(button(root, "Copy")).toBeDefined();
    expect(button(root, "Replace")).toBeUndefined();
  },
);

describe("Replace is not there, and Copy is,", () => {
  test.each(["not-editable", "canvas-editor"] as const)("for a text that is %s", (reason) => {
    const { root } = drawRewrite(ended(), {
      of: { kind: "copy-only", text: "Text", reason, frame: target.frame },
    });
    expect(button(root, "Replace")).toBeUndefined();
    expect(button(root, "Copy")).toBeDefined();
    expect(root.querySelector(".caution")?.textContent).toMatch(/Copy the rewrite/);
  });

  test.each(["empty", "loop", "cut", "stopped", "failed"] as const)(
    "for a rewrite that is %s, with one sentence",
    (cutShort) => {
      const { root } = drawRewrite(ended({ cutShort, doneParts: 0, isOffered: false }));
      expect(button(root, "Replace")).toBeUndefined();
      expect(button(root, "Copy")).toBeDefined();
      expect(root.querySelector(".caution")?.textContent).toMatch(/\.$/);
    },
  );
});

test.each([
  ["done", /wrote nothing/],
  ["stopped", /before anything came/],
] as const)("says why there is nothing to show of a job that is %s", (kind, sentence) => {
  const { root, done } = drawRewrite({ ...ended(), result: null, end: { kind } } as Rewrite);
  expect(root.querySelector(".caution")?.textContent).toMatch(sentence);
  expect(button(root, "Replace") ?? button(root, "Copy")).toBeUndefined();
  button(root, "Try again")?.click();
  expect(done).toEqual(["again"]);
});

test("says how many parts are done where the rest is as it was", () => {
  const partial = { cutShort: "stopped", doneParts: 2, totalParts: 5 } as const;
  const { root } = drawRewrite(ended(partial));
  expect(root.querySelector(".caution")?.textContent).toBe(
    "The first 2 parts are rewritten, of 5. You stopped it there; the rest is as it was.",
  );
  expect(button(root, "Replace")).toBeDefined();
});

test("a protected field has a reason, and nothing to press", () => {
  const of = {
    kind: "copy-only",
    text: "",
    reason: "protected-field",
    frame: target.frame,
  } as const;
  const { root } = drawRewrite({ kind: "none" }, { of });
  expect(root.querySelector(".caution")?.textContent).toContain("passwords");
  expect(root.querySelector("button")).toBeNull();
});

test("the reader's own words are typed in the panel", async () => {
  const { root, done } = drawRewrite({ kind: "none" });
  const field = root.querySelector("input");
  if (!field) throw new Error("there is no field");
  field.value = "Make it rhyme";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn();
  button(root, "Rewrite")?.click();
  expect(done).toEqual(["Make it rhyme"]);
});

test("the words of the last time stand there, selected, to be used again or typed over", async () => {
  const wanted = { kind: "own", words: "" } as const;
  const { root, done } = drawRewrite({ kind: "none" }, { wanted });
  await drawn();
  const field = root.querySelector("input");
  expect(document.activeElement).toBe(field);
  expect([field?.value, field?.selectionStart, field?.selectionEnd]).toEqual([
    "Make it shorter",
    0,
    "Make it shorter".length,
  ]);
  button(root, "Rewrite")?.click();
  expect(done).toEqual(["Make it shorter"]);
});

test("a task of the reader's own is shown with what it asks, and stands among the ways", () => {
  const { root, done } = drawRewrite(ended(), { wanted: { kind: "own-task", task: ownTask } });
  expect(root.querySelector("h2")?.textContent).toBe(ownTask.name);
  expect(root.querySelector(".asked")?.textContent).toBe(ownTask.instruction);
  button(root, ownTask.name)?.click();
  expect(done).toEqual([`{"ownTaskId":"t1"}`]);
});

test("makes no markup of what a model or a page says", () => {
  const hostile = "<img src=x onerror=alert(1)><a href=x>";
  const changes = [{ kind: "added", text: hostile, isMarked: true }] as const;
  const { root } = drawRewrite(ended({ changes, after: hostile }));
  expect(root.querySelector("img, a, script")).toBeNull();
});
