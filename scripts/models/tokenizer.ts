/** Makes byte-level BPE tokenizers of the Qwen kind, in the form of Hugging Face `tokenizer.json`. */
import { type ChatFormat, chatMl } from "./chat-formats.ts";

export interface TokenizerOptions {
  /** Text to learn merges from. */
  readonly corpus: string;
  readonly merges: number;
  /** Strings that must be a single token wherever the splitting of words lets them. */
  readonly whole?: readonly string[];
  /** Total number of tokens, reached with tokens that stand for no text. */
  readonly vocabSize?: number;
  /** ChatML unless given. */
  readonly format?: ChatFormat;
}

export interface Tokenizer {
  /** The contents of `tokenizer.json`. */
  readonly json: object;
  /** The contents of `tokenizer_config.json`. */
  readonly config: object;
  readonly vocabSize: number;
  readonly format: ChatFormat;
  /** The tokens that are a space and a word in small letters. */
  readonly words: readonly string[];
  /** The id of the single token that stands for this text. @throws when there is none */
  idOf(text: string): number;
}

/** Qwen2's way to split text before merging, in the dialect of `tokenizer.json`. */
const splitPattern =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

type Merge = readonly [left: string, right: string];

/** Learns a tokenizer from a corpus. The same options always give the same tokenizer. */
export function makeTokenizer(options: TokenizerOptions): Tokenizer {
  const merges = learnMerges(options);
  const vocabulary = new Map<string, number>();
  const add = (symbol: string): void => {
    if (!vocabulary.has(symbol)) vocabulary.set(symbol, vocabulary.size);
  };
  for (let byte = 0; byte < 256; byte++) add(symbolOf(byte));
  for (const [left, right] of merges) add(left + right);
  const { format = chatMl } = options;
  const { specialTokens, plainTokens = [] } = format;
  const addedTokens = [...plainTokens, ...specialTokens];
  const padded = (options.vocabSize ?? 0) - addedTokens.length;
  while (vocabulary.size < padded) add(`<unused${vocabulary.size}>`);

  const addedIds = new Map(addedTokens.map((text, i) => [text, vocabulary.size + i]));
  return {
    json: tokenizerJson(vocabulary, merges, { ids: addedIds, special: new Set(specialTokens) }),
    config: tokenizerConfig(format),
    vocabSize: vocabulary.size + addedIds.size,
    format,
    words: [...vocabulary.keys()].filter(isWord).map((symbols) => symbols.replace(space, " ")),
    idOf(text) {
      const id = addedIds.get(text) ?? vocabulary.get(symbolsOf(text).join(""));
      if (id === undefined) throw new Error(`${JSON.stringify(text)} is not one token`);
      return id;
    },
  };
}

/** Merges that make whole strings come first, so that no other merge can take a part of them. */
function learnMerges({ corpus, merges: count, whole = [] }: TokenizerOptions): Merge[] {
  const merges = whole.flatMap(mergesOfWhole);
  const taken = new Set(merges.map(([left, right]) => left + right));
  let words = countWords(corpus);
  while (merges.length < count) {
    const best = mostFrequentPair(words);
    if (!best) break;
    if (!taken.has(best.join(""))) merges.push(best);
    words = words.map(({ symbols, times }) => ({ symbols: merge(symbols, best), times }));
  }
  return merges;
}

function mergesOfWhole(text: string): Merge[] {
  const symbols = symbolsOf(text);
  return symbols.slice(1).map((symbol, i): Merge => [symbols.slice(0, i + 1).join(""), symbol]);
}

interface Word {
  readonly symbols: readonly string[];
  readonly times: number;
}

function countWords(corpus: string): Word[] {
  const counts = new Map<string, number>();
  for (const [word] of corpus.matchAll(new RegExp(splitPattern, "gu")))
    // A newline is always a token of its own: the small models end a line by it.
    if (!word.includes("\n")) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, times]) => ({ symbols: symbolsOf(word), times }));
}

function mostFrequentPair(words: readonly Word[]): Merge | undefined {
  const counts = new Map<string, { pair: Merge; times: number }>();
  for (const { symbols, times } of words)
    for (let i = 1; i < symbols.length; i++) {
      const pair: Merge = [symbols[i - 1] ?? "", symbols[i] ?? ""];
      const key = pair.join(" ");
      counts.set(key, { pair, times: (counts.get(key)?.times ?? 0) + times });
    }
  // Ties are broken by the text, so that the order of the corpus does not matter.
  const ranked = [...counts].toSorted(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1));
  return ranked[0]?.[1].pair;
}

function merge(symbols: readonly string[], [left, right]: Merge): string[] {
  const merged: string[] = [];
  for (const symbol of symbols) {
    if (symbol === right && merged.at(-1) === left) merged.splice(-1, 1, left + right);
    else merged.push(symbol);
  }
  return merged;
}

function symbolsOf(text: string): string[] {
  return Array.from(new TextEncoder().encode(text), symbolOf);
}

/**
 * The printable character that stands for a byte in GPT-2's and every later byte-level vocabulary:
 * itself where it is printable in Latin-1, the next free one from U+0100 otherwise.
 */
function symbolOf(byte: number): string {
  if (isPrintable(byte)) return String.fromCodePoint(byte);
  let rank = 0;
  for (let other = 0; other < byte; other++) if (!isPrintable(other)) rank++;
  return String.fromCodePoint(0x100 + rank);
}

/** What stands for a space in byte-level vocabularies. */
const space = "\u0120";

function isWord(symbols: string): boolean {
  return /^\u0120[a-z]{3,}$/.test(symbols);
}

function isPrintable(byte: number): boolean {
  return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

function tokenizerJson(
  vocabulary: ReadonlyMap<string, number>,
  merges: readonly Merge[],
  added: { ids: ReadonlyMap<string, number>; special: ReadonlySet<string> },
): object {
  const byteLevel = {
    type: "ByteLevel",
    add_prefix_space: false,
    trim_offsets: false,
    use_regex: false,
  };
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [...added.ids].map(([content, id]) => ({
      id,
      content,
      ...flags,
      special: added.special.has(content),
    })),
    normalizer: { type: "NFC" },
    pre_tokenizer: {
      type: "Sequence",
      pretokenizers: [
        { type: "Split", pattern: { Regex: splitPattern }, behavior: "Isolated", invert: false },
        byteLevel,
      ],
    },
    post_processor: byteLevel,
    decoder: byteLevel,
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: "",
      end_of_word_suffix: "",
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(vocabulary),
      merges,
    },
  };
}

function tokenizerConfig(format: ChatFormat): object {
  return {
    tokenizer_class: format.tokenizerClass,
    add_bos_token: false,
    add_prefix_space: false,
    bos_token: format.bosToken,
    eos_token: format.eosToken,
    pad_token: format.padToken,
    unk_token: null,
    model_max_length: 4096,
    clean_up_tokenization_spaces: false,
    ...(format.keepsTemplateApart ? {} : { chat_template: format.template }),
  };
}
