import { KeptPage } from "../../../lib/engine/kept-page.ts";
import type { LanguageModel } from "../../../lib/engine/language-model.ts";
import type { ChatMessage } from "../../../lib/tasks/lay-out-prompt.ts";
import { CountingCache, counting } from "./counting-cache.ts";

const stop = -1;

/** A model with a token a word, which answers with what `say` makes of the page in its prompt. */
export function sayingModel(say: (page: string) => string, contextTokens = 2048) {
  const chats: string[] = [];
  const vocabulary: string[] = [];
  const ids = new Map<string, number>();
  const encode = (text: string) =>
    text.split(/(?<=\s)/).map((word) => {
      const id = ids.get(word) ?? vocabulary.push(word) - 1;
      ids.set(word, id);
      return id;
    });
  let answer: number[] = [];
  let promptTokens = 0;
  const languageModel: LanguageModel = {
    contextTokens,
    stopTokenIds: new Set([stop]),
    encodeChat(messages: readonly ChatMessage[]) {
      const chat = messages.map(({ content }) => content).join("\n");
      chats.push(messages.at(-1)?.content ?? "");
      answer = encode(say(/<page>\n([^]*)\n<\/page>/.exec(chat)?.[1] ?? ""));
      const prompt = encode(chat);
      promptTokens = prompt.length;
      return prompt;
    },
    countTokens: (text) => encode(text).length,
    decode: (tokenIds) => tokenIds.map((id) => vocabulary[id]).join(""),
    keptPage: new KeptPage(),
    newCache: () => new CountingCache(),
    async forward(tokenIds, cache) {
      counting(cache).read(tokenIds.length);
      return cache.tokens < promptTokens ? stop : (answer.shift() ?? stop);
    },
  };
  return { languageModel, chats };
}
