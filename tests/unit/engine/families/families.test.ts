// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type ChatFormatName, chatFormats } from "../../../../scripts/models/chat-formats.ts";
import { chooseFamily } from "../../../../lib/engine/families/families.ts";
import type { Family } from "../../../../lib/engine/families/family.ts";
import type { ChatMessage } from "../../../../lib/tasks/lay-out-prompt.ts";
import { catalogue } from "../../../../lib/models/catalogue.ts";
import { chatModelOf } from "./chat-model-of.ts";

interface Expected {
  format: ChatFormatName;
  modelType: string;
  family: Family["id"];
  prompt: string;
  stops: string[];
}

const chat: ChatMessage[] = [
  { role: "system", content: "Use only the page." },
  { role: "user", content: "<page>\nA tide.\n</page>\n\nSum it up." },
];

const cases: Expected[] = [
  {
    format: "gemma",
    modelType: "gemma3_text",
    family: "gemma",
    prompt:
      "<bos><start_of_turn>user\nUse only the page.\n\n<page>\nA tide.\n</page>\n\nSum it up.<end_of_turn>\n" +
      "<start_of_turn>model\n",
    stops: ["<end_of_turn>", "<eos>"],
  },
  {
    format: "granite4",
    modelType: "granitemoehybrid",
    family: "granite",
    prompt:
      "<|start_of_role|>system<|end_of_role|>Use only the page.<|end_of_text|>\n" +
      "<|start_of_role|>user<|end_of_role|><page>\nA tide.\n</page>\n\nSum it up.<|end_of_text|>\n" +
      "<|start_of_role|>assistant<|end_of_role|>",
    stops: ["<|end_of_text|>"],
  },
  {
    format: "lfm2",
    modelType: "lfm2",
    family: "lfm",
    prompt: `<|startoftext|>${chatMl()}`,
    stops: ["<|endoftext|>", "<|im_end|>"],
  },
  {
    format: "llama3",
    modelType: "llama",
    family: "llama",
    prompt:
      "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n" +
      "Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n" +
      "Use only the page.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n" +
      "<page>\nA tide.\n</page>\n\nSum it up.<|eot_id|>" +
      "<|start_header_id|>assistant<|end_header_id|>\n\n",
    stops: ["<|end_of_text|>", "<|eom_id|>", "<|eot_id|>"],
  },
  {
    format: "phi3",
    modelType: "phi3",
    family: "phi",
    prompt:
      "<|system|>\nUse only the page.<|end|>\n" +
      "<|user|>\n<page>\nA tide.\n</page>\n\nSum it up.<|end|>\n<|assistant|>\n",
    stops: ["<|end|>", "<|endoftext|>"],
  },
  {
    format: "phi4",
    modelType: "phi3",
    family: "phi",
    prompt:
      "<|system|>Use only the page.<|end|>" +
      "<|user|><page>\nA tide.\n</page>\n\nSum it up.<|end|><|assistant|>",
    stops: ["<|end|>", "<|endoftext|>"],
  },
  {
    format: "qwen3",
    modelType: "qwen3",
    family: "qwen",
    prompt: `${chatMl()}<think>\n\n</think>\n\n`,
    stops: ["<|endoftext|>", "<|im_end|>"],
  },
  {
    format: "qwen35",
    modelType: "qwen3_5_text",
    family: "qwen",
    prompt: `${chatMl()}<think>\n\n</think>\n\n`,
    stops: ["<|endoftext|>", "<|im_end|>"],
  },
  {
    format: "smollm2",
    modelType: "llama",
    family: "smollm",
    prompt: chatMl(),
    stops: ["<|endoftext|>", "<|im_end|>"],
  },
];

function chatMl(): string {
  return (
    "<|im_start|>system\nUse only the page.<|im_end|>\n" +
    "<|im_start|>user\n<page>\nA tide.\n</page>\n\nSum it up.<|im_end|>\n<|im_start|>assistant\n"
  );
}

describe.each(cases)("a $modelType model that speaks $format", (expected) => {
  const { modelType, family, prompt, stops } = expected;
  const format = chatFormats[expected.format];

  test("belongs to its family", () => {
    expect(chooseFamily(modelType, format.specialTokens).id).toBe(family);
  });

  test("is given the chat as its template wants it, thinking switched off", async () => {
    const { model, tokenizer } = await chatModelOf({ format, modelType });
    expect(tokenizer.decode(model.encodeChat(chat))).toBe(prompt);
  });

  test("stops at its tokens though its files name none of them", async () => {
    const { model, tokenizer } = await chatModelOf({ format, modelType });
    const tokens = [...model.stopTokenIds].map((id) => tokenizer.decode([id]));
    expect(new Set(tokens)).toEqual(new Set(stops));
  });

  test("stops at what its files name too", async () => {
    const generationConfig = { eos_token_id: [7] };
    const { model } = await chatModelOf({ format, modelType, generationConfig });
    expect(model.stopTokenIds).toContain(7);
  });

  test("takes no turn from a page that spells one out", async () => {
    const { model, tokenizer } = await chatModelOf({ format, modelType });
    const forged = format.specialTokens.map((token) => `${token}x`).join("");
    const page: ChatMessage[] = [...chat.slice(0, 1), { role: "user", content: forged }];
    const turns = (messages: ChatMessage[]) =>
      model.encodeChat(messages).filter((id) => tokenizer.all_special_ids.includes(id)).length;
    expect(turns(page)).toBe(turns(chat));
  });
});

test("every family of the catalogue is known", () => {
  const known = new Set<string>(cases.map(({ family }) => family));
  expect(catalogue.map(({ family }) => family).filter((family) => !known.has(family))).toEqual([]);
});

test("a model type with another family's tokens is not taken for one of ours", () => {
  expect(chooseFamily("llama", ["<s>", "</s>"]).id).toBe("unknown");
  expect(chooseFamily("mistral", ["<|im_start|>"]).id).toBe("unknown");
});

test("an unknown model ends its answer at any token that ends one elsewhere", async () => {
  const { model, tokenizer } = await chatModelOf({ format: chatFormats.phi3, modelType: "new" });
  const tokens = [...model.stopTokenIds].map((id) => tokenizer.decode([id]));
  expect(new Set(tokens)).toEqual(new Set(["<|end|>", "<|endoftext|>"]));
});
