// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { ReplyView } from "../../../components/ReplyView.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { ModelAnswer } from "../../../lib/panel/ask-model.ts";
import type { Replying } from "../../../lib/panel/replying.ts";
import { button, draw, drawn } from "./draw.ts";
import { idleReplying, selected, started, stats, target } from "./samples.ts";

const complete = (text: string): ModelAnswer => ({
  kind: "complete",
  started,
  text,
  ending: "complete",
  stats,
});

function drawReply(replying: Partial<Replying>) {
  const done: string[] = [];
  const root = draw(
    <ReplyView
      replying={{
        ...idleReplying,
        subject: signal(selected),
        draft: async (points) => {
          done.push(`draft ${points}`);
        },
        tryAgain: async () => {
          done.push("again");
        },
        ...replying,
      }}
      isElsewhere={false}
      onReply={(points) => done.push(`reply ${points}`)}
      onCopy={async (text) => {
        done.push(`copied ${text}`);
        return true;
      }}
      nameOf={(id) => id}
    />,
  );
  return { root, done };
}

function submit(root: HTMLElement) {
  root.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
}

test("shows the message and waits for points, which may be left empty", async () => {
  const { root, done } = drawReply({});
  await drawn();
  expect(root.querySelector("blockquote")?.textContent).toBe(target.text);
  const field = root.querySelector("textarea");
  expect(document.activeElement).toBe(field);
  submit(root);
  if (field) field.value = "Yes to Tuesday\nAsk who comes";
  submit(root);
  expect(done).toEqual(["draft ", "draft Yes to Tuesday\nAsk who comes"]);
});

test("shows what was asked and what comes, and copies or tries again, but never replaces", () => {
  const points = signal("Yes to Tuesday");
  const streaming = signal<ModelAnswer>({ kind: "streaming", started, text: "Yes, " });
  const running = drawReply({ points, reply: streaming }).root;
  expect(running.querySelector("section")?.textContent).toBe("Yes, ");
  expect(running.querySelector("section")?.getAttribute("aria-busy")).toBe("true");
  expect(button(running, "Copy")).toBeUndefined();

  const { root, done } = drawReply({ points, reply: signal(complete("Yes, Tuesday.")) });
  expect(root.querySelector(".asked")?.textContent).toBe("To sayYes to Tuesday");
  for (const name of ["Copy", "Try again"]) button(root, name)?.click();
  expect(done).toEqual(["copied Yes, Tuesday.", "again"]);
  expect(button(root, "Replace")).toBeUndefined();
  expect(root.querySelector("output")?.textContent).toBe("A draft: read it before you send it.");
});

test("names what neither the message nor the reader says", () => {
  const span = { kind: "amount", start: 4, end: 8, text: "€500" } as const;
  const { root } = drawReply({ reply: signal(complete("Pay €500.")), invented: signal([span]) });
  expect(root.querySelector(".losses")?.textContent).toContain("“€500”");
});

test("says when the same words came again, and when none came", () => {
  const again = drawReply({ reply: signal(complete("Yes.")), isRepeated: signal(true) });
  expect(again.root.querySelector(".caution")?.textContent).toContain("the same words");
  const empty = drawReply({ reply: signal(complete("")) }).root;
  expect(empty.querySelector(".caution")?.textContent).toContain("wrote nothing");
  expect(button(empty, "Copy")).toBeUndefined();
  expect(empty.querySelector("output")?.textContent).toBe("");
});

test("loses no points where the message could not be read", () => {
  const error = new AppError("nothing-selected", "").toWire();
  const { root, done } = drawReply({
    subject: signal({ kind: "unread", error }),
    points: signal("Yes to Tuesday"),
  });
  expect(root.querySelector("[role=alert]")).not.toBeNull();
  submit(root);
  expect(done).toEqual(["reply Yes to Tuesday"]);
});

test("a protected field has a reason, and nothing to press", () => {
  const { frame } = target;
  const protectedTarget = {
    kind: "copy-only",
    text: "",
    reason: "protected-field",
    frame,
  } as const;
  const { root } = drawReply({ subject: signal({ ...selected, target: protectedTarget }) });
  expect(root.querySelector(".caution")?.textContent).toContain("passwords");
  expect(root.querySelector("button")).toBeNull();
});

test("makes no markup of what a model or a message says", () => {
  const hostile = "<img src=x onerror=alert(1)><a href=x>";
  const { root } = drawReply({
    subject: signal({ ...selected, target: { ...target, text: hostile } }),
    reply: signal(complete(hostile)),
  });
  expect(root.querySelector("img, a, script")).toBeNull();
});
