/**
 * How each family's models write a chat, for the small models of the tests: the real special tokens
 * and a template of the real one's shape, without tools, pictures and what else Sotto never sends.
 */
export interface ChatFormat {
  /** `tokenizer_class`, as the real models name it. */
  readonly tokenizerClass: string;
  /** In the order of their ids. */
  readonly specialTokens: readonly string[];
  /** Tokens that are never split either, but count as text. */
  readonly plainTokens?: readonly string[];
  readonly bosToken: string | null;
  readonly eosToken: string;
  readonly padToken: string;
  readonly template: string;
  /** Whether the template stands in a file of its own, as in newer models. */
  readonly keepsTemplateApart?: boolean;
}

const chatMlTokens = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"] as const;

/** ChatML, without a system message unless one is given: Qwen2, and the copying model. */
export const chatMl: ChatFormat = {
  tokenizerClass: "Qwen2Tokenizer",
  specialTokens: chatMlTokens,
  bosToken: null,
  eosToken: "<|im_end|>",
  padToken: "<|endoftext|>",
  template:
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}",
};

/** An empty thought is put before the answer only if thinking is switched off. */
const qwen3: ChatFormat = {
  ...chatMl,
  plainTokens: ["<think>", "</think>"],
  template: lines(
    "{%- for message in messages %}",
    "{{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}",
    "{%- endfor %}",
    "{%- if add_generation_prompt %}",
    "{{- '<|im_start|>assistant\\n' }}",
    "{%- if enable_thinking is defined and enable_thinking is false %}",
    "{{- '<think>\\n\\n</think>\\n\\n' }}",
    "{%- endif %}{%- endif %}",
  ),
};

/** An instruction anywhere but first is refused; the thought stands there, empty or open. */
const qwen35: ChatFormat = {
  ...qwen3,
  keepsTemplateApart: true,
  template: lines(
    "{%- for message in messages %}",
    "{%- set content = message.content | trim %}",
    "{%- if message.role == 'system' and not loop.first %}",
    "{{- raise_exception('System message must be at the beginning.') }}",
    "{%- endif %}",
    "{{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}",
    "{%- endfor %}",
    "{%- if add_generation_prompt %}",
    "{{- '<|im_start|>assistant\\n' }}",
    "{%- if enable_thinking is defined and enable_thinking is true %}{{- '<think>\\n' }}",
    "{%- else %}{{- '<think>\\n\\n</think>\\n\\n' }}",
    "{%- endif %}{%- endif %}",
  ),
};

/** Names itself where nobody says what it should be. */
const smollm2: ChatFormat = {
  ...chatMl,
  tokenizerClass: "GPT2Tokenizer",
  bosToken: "<|im_start|>",
  padToken: "<|im_end|>",
  template: lines(
    "{% for message in messages %}",
    "{% if loop.first and messages[0]['role'] != 'system' %}",
    "{{ '<|im_start|>system\\nYou are SmolLM.<|im_end|>\\n' }}",
    "{% endif %}",
    "{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}",
    "{% endfor %}",
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}",
  ),
};

/** The date stands before the instructions, in a turn that is always there. */
const llama3: ChatFormat = {
  tokenizerClass: "PreTrainedTokenizerFast",
  specialTokens: [
    "<|begin_of_text|>",
    "<|end_of_text|>",
    "<|start_header_id|>",
    "<|end_header_id|>",
    "<|eom_id|>",
    "<|eot_id|>",
  ],
  bosToken: "<|begin_of_text|>",
  eosToken: "<|eot_id|>",
  padToken: "<|end_of_text|>",
  template: lines(
    "{{- bos_token }}",
    "{%- if not date_string is defined %}{%- set date_string = '26 Jul 2024' %}{%- endif %}",
    "{%- if messages[0]['role'] == 'system' %}",
    "{%- set system_message = messages[0]['content'] | trim %}{%- set messages = messages[1:] %}",
    "{%- else %}{%- set system_message = '' %}{%- endif %}",
    "{{- '<|start_header_id|>system<|end_header_id|>\\n\\n' }}",
    "{{- 'Cutting Knowledge Date: December 2023\\n' }}",
    "{{- 'Today Date: ' + date_string + '\\n\\n' }}",
    "{{- system_message }}{{- '<|eot_id|>' }}",
    "{%- for message in messages %}",
    "{{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' }}",
    "{{- message['content'] | trim + '<|eot_id|>' }}",
    "{%- endfor %}",
    "{%- if add_generation_prompt %}",
    "{{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}",
    "{%- endif %}",
  ),
};

/** Refuses instructions, wants turns to alternate, and calls the assistant `model`. */
const gemma: ChatFormat = {
  tokenizerClass: "GemmaTokenizer",
  specialTokens: ["<pad>", "<eos>", "<bos>", "<start_of_turn>", "<end_of_turn>"],
  bosToken: "<bos>",
  eosToken: "<eos>",
  padToken: "<pad>",
  template: lines(
    "{{ bos_token }}",
    "{%- if messages[0]['role'] == 'system' %}",
    "{{ raise_exception('System role not supported') }}",
    "{%- endif %}",
    "{%- for message in messages %}",
    "{%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}",
    "{{ raise_exception('Conversation roles must alternate') }}",
    "{%- endif %}",
    "{%- if message['role'] == 'assistant' %}{%- set role = 'model' %}",
    "{%- else %}{%- set role = message['role'] %}{%- endif %}",
    "{{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}",
    "{%- endfor %}",
    "{%- if add_generation_prompt %}{{ '<start_of_turn>model\\n' }}{%- endif %}",
  ),
};

/** A token is the role: on a line of its own in Phi-3.5, without a line in Phi-4-mini. */
const phi3: ChatFormat = {
  tokenizerClass: "LlamaTokenizer",
  specialTokens: [
    "<s>",
    "</s>",
    "<|endoftext|>",
    "<|assistant|>",
    "<|system|>",
    "<|end|>",
    "<|user|>",
  ],
  bosToken: "<s>",
  eosToken: "<|endoftext|>",
  padToken: "<|endoftext|>",
  template: lines(
    "{% for message in messages %}",
    "{% if message['role'] == 'system' and message['content'] %}",
    "{{ '<|system|>\\n' + message['content'] + '<|end|>\\n' }}",
    "{% elif message['role'] == 'user' %}",
    "{{ '<|user|>\\n' + message['content'] + '<|end|>\\n' }}",
    "{% elif message['role'] == 'assistant' %}",
    "{{ '<|assistant|>\\n' + message['content'] + '<|end|>\\n' }}",
    "{% endif %}{% endfor %}",
    "{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% else %}{{ eos_token }}{% endif %}",
  ),
};
const phi4: ChatFormat = {
  ...phi3,
  tokenizerClass: "GPT2Tokenizer",
  specialTokens: ["<|endoftext|>", "<|assistant|>", "<|system|>", "<|end|>", "<|user|>"],
  bosToken: "<|endoftext|>",
  template: lines(
    "{% for message in messages %}",
    "{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}",
    "{% endfor %}",
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% else %}{{ eos_token }}{% endif %}",
  ),
};

const lfm2: ChatFormat = {
  tokenizerClass: "PreTrainedTokenizerFast",
  specialTokens: ["<|pad|>", "<|startoftext|>", ...chatMlTokens],
  bosToken: "<|startoftext|>",
  eosToken: "<|im_end|>",
  padToken: "<|pad|>",
  keepsTemplateApart: true,
  template: lines(
    "{{- bos_token -}}",
    "{%- set system_prompt = '' -%}",
    "{%- if messages[0]['role'] == 'system' -%}",
    "{%- set system_prompt = messages[0]['content'] -%}{%- set messages = messages[1:] -%}",
    "{%- endif -%}",
    "{%- if system_prompt -%}",
    "{{- '<|im_start|>system\\n' + system_prompt + '<|im_end|>\\n' -}}",
    "{%- endif -%}",
    "{%- for message in messages -%}",
    "{{- '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' -}}",
    "{%- endfor -%}",
    "{%- if add_generation_prompt -%}{{- '<|im_start|>assistant\\n' -}}{%- endif -%}",
  ),
};

const granite4: ChatFormat = {
  tokenizerClass: "GPT2Tokenizer",
  specialTokens: ["<|pad|>", "<|end_of_text|>", "<|start_of_role|>", "<|end_of_role|>"],
  bosToken: "<|end_of_text|>",
  eosToken: "<|end_of_text|>",
  padToken: "<|pad|>",
  keepsTemplateApart: true,
  template: lines(
    "{%- if messages[0]['role'] != 'system' %}",
    "{{- '<|start_of_role|>system<|end_of_role|>You are helpful.<|end_of_text|>\\n' }}",
    "{%- endif %}",
    "{%- for message in messages %}",
    "{{- '<|start_of_role|>' + message['role'] + '<|end_of_role|>' }}",
    "{{- message['content'] + '<|end_of_text|>\\n' }}",
    "{%- endfor %}",
    "{%- if add_generation_prompt %}",
    "{{- '<|start_of_role|>assistant<|end_of_role|>' }}",
    "{%- endif %}",
  ),
};

/** The chat formats of the models in the catalogue. */
export const chatFormats = {
  gemma,
  granite4,
  lfm2,
  llama3,
  phi3,
  phi4,
  qwen3,
  qwen35,
  smollm2,
} as const satisfies Record<string, ChatFormat>;
export type ChatFormatName = keyof typeof chatFormats;

function lines(...parts: readonly string[]): string {
  return parts.join("");
}
