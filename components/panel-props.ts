import type { ReadonlySignal } from "@preact/signals";
import type { AnswerEvidence } from "../lib/panel/answer-evidence.ts";
import type { Asking } from "../lib/panel/asking.ts";
import type { ExchangeEvidence } from "../lib/panel/exchange-evidence.ts";
import type { Models } from "../lib/options/models.ts";
import type { Proofreading } from "../lib/panel/proofreading.ts";
import type { Replying } from "../lib/panel/replying.ts";
import type { Rewriting } from "../lib/panel/rewriting.ts";
import type { PageTranslating } from "../lib/panel/translating-page.ts";
import type { SummaryTranslation } from "../lib/panel/translating-summary.ts";
import type { Panel } from "../lib/panel/panel.ts";
import type { SelectionTranslating } from "../lib/panel/translating-selection.ts";
import type { SummaryChoices } from "../lib/panel/summary-choices.ts";
import type { PassageShowing } from "../lib/panel/showing-passage.ts";
import type { OwnTask } from "../lib/tasks/own-task.ts";
import type { RewriteWay } from "../lib/tasks/rewrite-way.ts";

/** Everything that the panel shows, and everything that its reader can ask for. */
export interface PanelProps {
  panel: Panel;
  /** What the summary rests on. */
  evidence: ReadonlySignal<AnswerEvidence | null>;
  exchangeEvidence: ReadonlySignal<ExchangeEvidence>;
  summaryChoices: SummaryChoices;
  asking: Asking;
  showing: PassageShowing;
  /** The summary in the reader's language, where the model wrote it in another. */
  summaryTranslation: ReadonlySignal<SummaryTranslation | null>;
  rewriting: Rewriting;
  proofreading: Proofreading;
  replying: Replying;
  selectionTranslating: SelectionTranslating;
  pageTranslating: PageTranslating;
  models: Models;
  /** The tasks that the reader has written. */
  ownTasks: ReadonlySignal<readonly OwnTask[]>;
  /** Whether what each view is about is not of the page in front of the reader. */
  isElsewhere: Record<"summary" | "rewrite" | "reply" | "translation", ReadonlySignal<boolean>>;
  /** What a screen reader should say now. */
  announcement: ReadonlySignal<string>;
  onSummarize: (event: MouseEvent) => void;
  /** Asks what is typed about the page that was read, or else the one in front of the reader. */
  onAsk: () => void;
  /** Rewrites what is selected on the page in front of the reader. */
  onRewrite: (way: RewriteWay, words?: string) => void;
  /** Drafts a reply to what is selected on that page. */
  onReply: (points: string) => void;
  /** Translates what is selected on that page. */
  onTranslateSelection: () => void;
  /** Translates that page in place. */
  onTranslatePage: (to: string) => void;
  /** Summarizes a PDF in place of that page. */
  onReadPdf: (file: File) => void;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
  onUseFolder: (files: readonly File[]) => void;
  onOpenOptions: () => void;
}

/** What the panel is about. */
export type View = keyof PanelProps["isElsewhere"] | "page-translation";
