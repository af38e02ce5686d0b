/** A word-piece tokenizer as Marian models have it, one for both languages. */
export interface MarianTokenizer {
  readonly json: object;
  readonly config: object;
  readonly vocabSize: number;
  readonly endId: number;
  readonly padId: number;
  /** The id of a piece; `▁` stands for the space before a word. */
  idOf(piece: string): number;
}

const letters = [
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  ..."äöüÄÖÜßéèêáàâíóúñç.,;:!?'\"()[]<>/-–—…%&+=*#@$€“”„‘’",
];

const unknownId = 1;
/** Whole words win over letters, since the likelier split of a text is taken. */
const wordScore = -1;
const letterScore = -10;

/** @param words What is one piece: words, each with `▁` before it, or parts of words without. */
export function makeMarianTokenizer(
  words: readonly string[],
  { from, to }: { from: string; to: string },
): MarianTokenizer {
  const pieces = ["</s>", "<unk>", ...new Set(words), "▁", ...letters];
  const padId = pieces.length;
  pieces.push("<pad>");
  const ids = new Map(pieces.map((piece, id) => [piece, id]));
  const scoreOf = (piece: string): number => {
    if (piece.startsWith("<")) return piece.length > 1 ? 0 : letterScore;
    return piece.length > 1 ? wordScore : letterScore;
  };
  return {
    json: tokenizerJson(
      pieces.map((piece) => [piece, scoreOf(piece)]),
      padId,
    ),
    config: {
      tokenizer_class: "MarianTokenizer",
      source_lang: from,
      target_lang: to,
      eos_token: "</s>",
      pad_token: "<pad>",
      unk_token: "<unk>",
      model_max_length: 512,
      clean_up_tokenization_spaces: false,
    },
    vocabSize: pieces.length,
    endId: 0,
    padId,
    idOf(piece) {
      const id = ids.get(piece);
      if (id === undefined) throw new Error(`there is no piece ${JSON.stringify(piece)}`);
      return id;
    },
  };
}

function tokenizerJson(vocab: readonly (readonly [string, number])[], padId: number): object {
  const metaspace = { type: "Metaspace", replacement: "▁", add_prefix_space: true };
  const special = {
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [
      { id: 0, content: "</s>", ...special },
      { id: unknownId, content: "<unk>", ...special },
      { id: padId, content: "<pad>", ...special },
    ],
    normalizer: { type: "NFKC" },
    pre_tokenizer: { type: "Sequence", pretokenizers: [{ type: "WhitespaceSplit" }, metaspace] },
    post_processor: {
      type: "TemplateProcessing",
      single: [{ Sequence: { id: "A", type_id: 0 } }, { SpecialToken: { id: "</s>", type_id: 0 } }],
      pair: [
        { Sequence: { id: "A", type_id: 0 } },
        { Sequence: { id: "B", type_id: 0 } },
        { SpecialToken: { id: "</s>", type_id: 0 } },
      ],
      special_tokens: { "</s>": { id: "</s>", ids: [0], tokens: ["</s>"] } },
    },
    decoder: metaspace,
    model: { type: "Unigram", unk_id: unknownId, vocab },
  };
}
