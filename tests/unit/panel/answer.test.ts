import { describe, expect, test } from "vitest";
import type { JobEvent } from "../../../lib/engine/engine.ts";
import { AppError, type ErrorCode, type WireError } from "../../../lib/errors.ts";
import {
  type Answer,
  brokenOff,
  isRunning,
  nextAnswer,
  noAnswer,
  textOf,
  waitingAnswer,
} from "../../../lib/panel/answer.ts";
import { loadedModel } from "../engine/scripted-worker.ts";

const stats = { promptTokens: 9, reusedTokens: 0, answerTokens: 2, prefillMs: 3, decodeMs: 4 };
const started = { model: loadedModel, readPassages: 2, totalPassages: 3 };

const answers = {
  none: noAnswer,
  waiting: waitingAnswer,
  reading: { kind: "waiting", started, doneTokens: 4, promptTokens: 9 },
  streaming: { kind: "streaming", started, text: "The " },
  complete: { kind: "complete", started, text: "The sea.", ending: "complete", stats },
  stopped: { kind: "stopped", text: "The " },
  failed: { kind: "failed", text: "The ", error: failure("unexpected") },
} satisfies Record<string, Answer>;

const events = {
  started: { kind: "started", ...started },
  prefill: { kind: "prefill", doneTokens: 5, promptTokens: 9 },
  text: { kind: "text", piece: "sea" },
  done: { kind: "done", text: "The sea.", ending: "loop", stats },
} satisfies Record<string, JobEvent>;

const startedOver: Answer = { kind: "waiting", started, doneTokens: 0, promptTokens: 0 };
const done: Answer = { kind: "complete", started, text: "The sea.", ending: "loop", stats };

describe("the answer after an event", () => {
  test.each<[keyof typeof answers, keyof typeof events, Answer]>([
    ["waiting", "started", startedOver],
    ["reading", "started", startedOver],
    ["streaming", "started", startedOver],
    ["waiting", "prefill", { ...waitingAnswer, doneTokens: 5, promptTokens: 9 } as Answer],
    ["reading", "prefill", { kind: "waiting", started, doneTokens: 5, promptTokens: 9 }],
    ["streaming", "prefill", answers.streaming],
    ["waiting", "text", answers.waiting],
    ["reading", "text", { kind: "streaming", started, text: "sea" }],
    ["streaming", "text", { kind: "streaming", started, text: "The sea" }],
    ["waiting", "done", answers.waiting],
    ["reading", "done", done],
    ["streaming", "done", done],
    ["none", "text", answers.none],
    ["none", "done", answers.none],
    ["stopped", "prefill", answers.stopped],
    ["stopped", "text", answers.stopped],
    ["stopped", "done", answers.stopped],
    ["failed", "text", answers.failed],
    ["failed", "done", answers.failed],
  ])("%s, %s", (answer, event, next) => {
    expect(nextAnswer(answers[answer], events[event])).toEqual(next);
  });
});

describe("the answer when its job breaks off", () => {
  test.each<[keyof typeof answers, string]>([
    ["waiting", ""],
    ["reading", ""],
    ["streaming", "The "],
  ])("%s keeps what had come", (answer, text) => {
    expect(brokenOff(answers[answer], failure("cancelled"))).toEqual({ kind: "stopped", text });
    const error = failure("out-of-memory");
    expect(brokenOff(answers[answer], error)).toEqual({ kind: "failed", text, error });
  });
});

test.each<[keyof typeof answers, string, boolean]>([
  ["none", "", false],
  ["waiting", "", true],
  ["reading", "", true],
  ["streaming", "The ", true],
  ["complete", "The sea.", false],
  ["stopped", "The ", false],
  ["failed", "The ", false],
])("of %s the text is %j, and it is running: %s", (answer, text, running) => {
  expect(textOf(answers[answer])).toBe(text);
  expect(isRunning(answers[answer])).toBe(running);
});

function failure(code: ErrorCode): WireError {
  return new AppError(code, code).toWire();
}
