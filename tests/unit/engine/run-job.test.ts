import { expect, test } from "vitest";
import type { JobEvent } from "../../../lib/engine/engine.ts";
import { KeptPage } from "../../../lib/engine/kept-page.ts";
import type { LanguageModel } from "../../../lib/engine/language-model.ts";
import { runJob } from "../../../lib/engine/run-job.ts";
import type { ChatMessage } from "../../../lib/tasks/lay-out-prompt.ts";
import { CountingCache, counting } from "./counting-cache.ts";
import { job, loadedModel } from "./scripted-worker.ts";

const never = new AbortController().signal;

/** A model with a token a word, which ends its answer at once and keeps what it was asked. */
function listeningModel(contextTokens: number) {
  const chats: (readonly ChatMessage[])[] = [];
  const count = (text: string) => text.split(/\s+/).length;
  const languageModel: LanguageModel = {
    contextTokens,
    stopTokenIds: new Set([0]),
    encodeChat(messages) {
      chats.push(messages);
      return Array<number>(count(messages.map(({ content }) => content).join(" "))).fill(1);
    },
    countTokens: count,
    decode: () => "",
    keptPage: new KeptPage(),
    newCache: () => new CountingCache(),
    async forward(tokenIds, cache) {
      counting(cache).read(tokenIds.length);
      return 0;
    },
  };
  return { languageModel, chats };
}

test("a page that fits is read whole", async () => {
  const { languageModel, chats } = listeningModel(2048);
  const events: JobEvent[] = [];
  await runJob({ job, model: loadedModel, languageModel }, (event) => events.push(event), never);
  expect(events[0]).toMatchObject({ kind: "started", readPassages: 1, totalPassages: 1 });
  expect(chats.at(-1)?.[1]?.content).toContain("The moon pulls the sea.");
});

test("of a page too long for the prompt, what is read is told and nothing else is in the prompt", async () => {
  const passages = Array.from({ length: 100 }, (_, i) => `Passage ${i} ${"word ".repeat(48)}`);
  const { languageModel, chats } = listeningModel(1024);
  const events: JobEvent[] = [];
  const long = { ...job, text: { ...job.text, passages } };
  await runJob({ job: long, model: loadedModel, languageModel }, (e) => events.push(e), never);
  const started = events.find(({ kind }) => kind === "started");
  const read = chats.at(-1)?.[1]?.content.match(/Passage \d+/g) ?? [];
  expect(started).toMatchObject({ readPassages: read.length, totalPassages: 100 });
  expect(read.length).toBeGreaterThan(5);
  expect(read.length).toBeLessThan(20);
});

test("a prompt with no room for a single passage fails with a code that says so", async () => {
  const { languageModel } = listeningModel(300);
  const running = runJob({ job, model: loadedModel, languageModel }, () => {}, never);
  await expect(running).rejects.toMatchObject({ code: "text-too-long" });
});

test("wordings that the reader wants no more are in the prompt, as many as leave the text its room", async () => {
  const { languageModel, chats } = listeningModel(1024);
  const newest = "Yes, gladly.";
  const earlier = [["word ".repeat(400), newest]];
  const again = { ...job, taskId: "reply", text: { ...job.text, earlier } };
  await runJob({ job: again, model: loadedModel, languageModel }, () => {}, never);
  const asked = chats.at(-1)?.[1]?.content;
  expect(asked).toContain(`<earlier>\n${newest}\n</earlier>`);
  expect(asked).not.toContain("word word");
  expect(asked).toContain("The moon pulls the sea.");
});

test("a question about a page that is too long is answered from what is nearest to it", async () => {
  const passages = Array.from({ length: 100 }, (_, i) => `Passage ${i} ${"word ".repeat(48)}`);
  passages[70] = "The ferry to Harwich leaves at six.";
  const { languageModel, chats } = listeningModel(4096);
  const text = { ...job.text, passages, earlier: [["Is there a ferry?"]] };
  const asked = { ...job, taskId: "ask", instruction: "When does it leave for Harwich?", text };
  await runJob({ job: asked, model: loadedModel, languageModel }, () => {}, never);
  const prompt = chats.at(-1)?.[1]?.content ?? "";
  const read = prompt.match(/Passage \d+/g) ?? [];
  expect(prompt).toContain("The ferry to Harwich leaves at six.");
  expect(prompt).toContain("Is there a ferry?");
  expect(prompt).toMatch(/When does it leave for Harwich\?$/);
  expect(read).toEqual(expect.arrayContaining(["Passage 69", "Passage 71"]));
  expect(read.length).toBeLessThan(25);
});
