import { expect, test } from "vitest";
import { chooseFamily } from "../../../../lib/engine/families/families.ts";
import { gemma } from "../../../../lib/engine/families/gemma.ts";
import { type ChatTemplate, renderChat } from "../../../../lib/engine/families/render-chat.ts";
import type { ChatMessage } from "../../../../lib/tasks/lay-out-prompt.ts";

const unknown = chooseFamily("unheard-of", []);
const chat: ChatMessage[] = [
  { role: "system", content: "Use only the page." },
  { role: "user", content: "A tide." },
];
const plain: ChatTemplate = (messages) =>
  messages.map(({ role, content }) => `[${role}] ${content}`).join("\n");
const withoutSystem = (messages: ChatMessage[]) => messages.filter(({ role }) => role === "user");

test("an unknown template that takes instructions gets them in a turn of their own", () => {
  expect(renderChat(unknown, plain, chat)).toBe("[system] Use only the page.\n[user] A tide.");
});

test("an unknown template that refuses instructions gets them before the page", () => {
  const refusing: ChatTemplate = (messages, options) => {
    if (messages.some(({ role }) => role === "system")) throw new Error("no such role");
    return plain(messages, options);
  };
  expect(renderChat(unknown, refusing, chat)).toBe("[user] Use only the page.\n\nA tide.");
});

test("an unknown template that leaves instructions out gets them before the page", () => {
  const silent: ChatTemplate = (messages, options) => plain(withoutSystem(messages), options);
  expect(renderChat(unknown, silent, chat)).toBe("[user] Use only the page.\n\nA tide.");
});

test("a family without instructions is never asked whether it takes some", () => {
  const strict: ChatTemplate = (messages, options) => {
    expect(withoutSystem(messages)).toEqual(messages);
    return plain(messages, options);
  };
  expect(renderChat(gemma, strict, chat)).toBe("[user] Use only the page.\n\nA tide.");
});

test("a thought that the template opens is closed", () => {
  const thinking: ChatTemplate = (messages, options) => `${plain(messages, options)}\n<think>\n`;
  expect(renderChat(unknown, thinking, chat)).toMatch(/A tide\.\n<think>\n\n<\/think>\n\n$/);
});

test("a thought that the page opens is the page's", () => {
  const page: ChatMessage[] = [{ role: "user", content: "<think>" }];
  const closed: ChatTemplate = (messages, options) => `${plain(messages, options)}[end]`;
  expect(renderChat(unknown, closed, page)).toBe("[user] <think>[end]");
});
