import { afterEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { openChannel, serveChannel } from "../../../lib/channels/channel.ts";
import { job } from "../engine/scripted-worker.ts";
import { fakePorts } from "../fake-ports.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  ["a web page's content script", "https://evil.example/"],
  ["another extension's page", "chrome-extension://other/sidepanel.html"],
  ["a page whose address only begins like ours", "chrome-extension://sotto.evil.example/"],
])("%s cannot reach the engine", async (_who, senderUrl) => {
  fakePorts(senderUrl);
  const accept = vi.fn();
  const onClose = vi.fn();
  serveChannel("job", accept);
  openChannel("job").onClose(onClose);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(accept).not.toHaveBeenCalled();
});

test("a channel reaches only the server of its name", async () => {
  fakePorts();
  const onState = vi.fn();
  const onJob = vi.fn();
  serveChannel("state", onState);
  serveChannel("job", onJob);
  openChannel("job");
  await expect.poll(() => onJob.mock.calls.length).toBe(1);
  expect(onState).not.toHaveBeenCalled();
});

test("messages arrive in order, and none into a closed channel", async () => {
  fakePorts();
  const kinds: string[] = [];
  const onClose = vi.fn();
  serveChannel("state", (channel) => {
    channel.send({ kind: "empty", reason: "idle" });
    channel.send({ kind: "failed", error: { code: "unexpected", message: "", facts: {} } });
    channel.close();
    channel.send({ kind: "empty", reason: "idle" });
  });
  const channel = openChannel("state");
  channel.onMessage(({ kind }) => kinds.push(kind));
  channel.onClose(onClose);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(kinds).toEqual(["empty", "failed"]);
});

describe("a message of another shape", () => {
  test.each([
    ["nothing", null],
    ["a text", "job"],
    ["a job without a text", { ...job, text: undefined }],
    ["a job whose passages are not texts", { ...job, text: { ...job.text, passages: [1] } }],
    ["a job with no threads", { ...job, settings: { ...job.settings, threads: 0 } }],
  ])("is not believed, and closes the channel at both ends: %s", async (_what, message) => {
    fakePorts();
    const onMessage = vi.fn();
    const onCloseHere = vi.fn();
    const onCloseThere = vi.fn();
    serveChannel("job", (channel) => {
      channel.onMessage(onMessage);
      channel.onClose(onCloseHere);
    });
    const port = browser.runtime.connect({ name: "job" });
    port.onDisconnect.addListener(onCloseThere);
    port.postMessage(message);
    await expect.poll(() => onCloseThere.mock.calls.length).toBe(1);
    expect(onCloseHere).toHaveBeenCalledOnce();
    expect(onMessage).not.toHaveBeenCalled();
  });

  test("does not end its server: the next channel is served", async () => {
    fakePorts();
    const onMessage = vi.fn();
    serveChannel("job", (channel) => channel.onMessage(onMessage));
    browser.runtime.connect({ name: "job" }).postMessage({});
    openChannel("job").send(job);
    await expect.poll(() => onMessage.mock.calls).toEqual([[job]]);
  });
});
