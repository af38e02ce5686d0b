import { signal } from "@preact/signals";
import type { ShowsPassages } from "../../../components/shows-passages.ts";
import type { Started } from "../../../lib/panel/answer.ts";
import type { Asking } from "../../../lib/panel/asking.ts";
import type { Panel } from "../../../lib/panel/panel.ts";
import type { RewriteTarget } from "../../../lib/page/rewrite-target.ts";
import type { Proofreading } from "../../../lib/panel/proofreading.ts";
import type { Replying } from "../../../lib/panel/replying.ts";
import type { SelectionTranslating } from "../../../lib/panel/translating-selection.ts";
import type { PageTranslating } from "../../../lib/panel/translating-page.ts";
import type { Rewriting } from "../../../lib/panel/rewriting.ts";
import type { PassageShowing } from "../../../lib/panel/showing-passage.ts";
import { usualChoice } from "../../../lib/tasks/summary-choice.ts";
import type { SummaryChoices } from "../../../lib/panel/summary-choices.ts";
import type { Selected } from "../../../lib/panel/selection.ts";
import type { ReadPage } from "../../../lib/panel/reading.ts";
import type { PageText, Passage } from "../../../lib/text/page-text.ts";

export const passages: readonly Passage[] = [
  { number: 1, kind: "heading", text: "Tides", place: "" },
  { number: 2, kind: "paragraph", text: "The moon pulls the sea.", place: "" },
  { number: 3, kind: "quote", text: "Time and tide wait for no man.", place: "" },
  { number: 4, kind: "list-item", text: "Spring tides", place: "" },
  { number: 5, kind: "code", text: "tide = moon\n  + sun", place: "" },
  { number: 6, kind: "table-row", text: "Fundy 16 m", place: "" },
];

export const page: PageText = {
  title: "On tides",
  byline: null,
  language: "en",
  url: "https://www.sea.example/tides#top",
  source: "article",
  passages,
  leftOut: null,
};

export const read: ReadPage = {
  page,
  tabId: 1,
  words: 1234,
  minutes: 5,
  language: "en",
  draft: [{ text: "The moon pulls the sea.", passageNumber: 2 }],
};

export const started: Started = {
  model: {
    modelId: "local/m",
    device: "wasm",
    dtype: "q8",
    threads: 2,
    stepsDown: [{ device: "webgpu", reason: "no-adapter" }],
  },
  readPassages: 40,
  totalPassages: 310,
};

export const stats = {
  promptTokens: 900,
  reusedTokens: 0,
  answerTokens: 120,
  prefillMs: 20_000,
  decodeMs: 10_000,
};

const nothing = async () => {};

export const idlePanel: Panel = {
  engine: signal({ kind: "empty", reason: "not-started" }),
  reading: signal({ kind: "none" }),
  answer: signal({ kind: "none" }),
  problem: signal(null),
  notes: signal(null),
  start: nothing,
  read: async () => null,
  askAgain: nothing,
  readEverything: nothing,
  stop: nothing,
};

export const idleShowing: PassageShowing = {
  shown: signal(null),
  show: nothing,
  putAway: () => {},
};

export const noPlaces: ShowsPassages = { shown: null, onShow: () => {}, onPutAway: () => {} };

export const idleChoices: SummaryChoices = {
  choice: signal(usualChoice),
  language: signal(null),
  siteKind: signal("other"),
  keptFor: signal("this-page"),
  forPage: async () => usualChoice,
  choose: () => {},
  chooseLanguage: () => {},
  keepFor: nothing,
};

export const idleAsking: Asking = {
  exchanges: signal([]),
  typed: signal(""),
  isBusy: signal(false),
  type: () => {},
  ask: nothing,
  askAgain: nothing,
  stop: () => {},
};

export const target: RewriteTarget = {
  kind: "replaceable",
  text: "The tide turn at 4:20.",
  place: { path: [], field: "textarea", start: 0, end: 22, before: "", after: "" },
  frame: { documentId: "d", frameId: 0 },
};

export const selected: Selected = {
  kind: "selected",
  tabId: 1,
  target,
  language: "en",
  page: { title: "A form", url: "https://www.sea.example/form" },
};

export const ownTask = { id: "t1", name: "Like a sailor", instruction: "Say it like a sailor." };

export const idleRewriting: Rewriting = {
  subject: signal({ kind: "none" }),
  wanted: signal(null),
  lastWords: signal(""),
  rewrite: signal({ kind: "none" }),
  replacement: signal({ kind: "none" }),
  start: nothing,
  askInOwnWords: nothing,
  tryAgain: nothing,
  stop: () => {},
  replace: nothing,
  keepOld: () => {},
  undo: nothing,
  leave: () => {},
};

export const idleReplying: Replying = {
  subject: signal({ kind: "none" }),
  points: signal(""),
  reply: signal({ kind: "none" }),
  isRepeated: signal(false),
  invented: signal([]),
  start: nothing,
  draft: nothing,
  tryAgain: nothing,
  stop: () => {},
  leave: () => {},
};

/** Nothing is proofread. */
export const idleProofreading: Proofreading = {
  draft: signal({ kind: "none" }),
  replacement: signal({ kind: "none" }),
  decide: () => {},
  acceptAll: () => {},
  replace: async () => {},
  keepOld: () => {},
  undo: async () => {},
};

export const idleTranslating: SelectionTranslating = {
  subject: signal({ kind: "none" }),
  direction: signal({ from: null, to: null, certainty: "sure" }),
  translation: signal({ kind: "none" }),
  result: signal(null),
  replacement: signal({ kind: "none" }),
  start: async () => {},
  choose: async () => {},
  tryAgain: async () => {},
  useModel: async () => {},
  stop: () => {},
  replace: async () => {},
  keepOld: () => {},
  undo: async () => {},
  leave: () => {},
};

export const idlePageTranslating: PageTranslating = {
  translation: signal({ kind: "none" }),
  target: signal("de"),
  original: signal("hidden"),
  start: nothing,
  suggestTarget: async () => "de",
  show: () => {},
  stop: () => {},
  goOn: nothing,
  usePacks: nothing,
  restore: nothing,
  leave: () => {},
};
