import type { ReadonlySignal } from "@preact/signals";
import type { AnswerEvidence } from "../lib/panel/answer-evidence.ts";
import { type Answer, isRunning, noAnswer } from "../lib/panel/answer.ts";
import type { Asking } from "../lib/panel/asking.ts";
import type { Models } from "../lib/options/models.ts";
import type { Proofreading } from "../lib/panel/proofreading.ts";
import type { Replying } from "../lib/panel/replying.ts";
import type { Rewriting } from "../lib/panel/rewriting.ts";
import type { PageTranslating } from "../lib/panel/translating-page.ts";
import type { SummaryTranslation } from "../lib/panel/translating-summary.ts";
import type { Panel } from "../lib/panel/panel.ts";
import type { SelectionTranslating } from "../lib/panel/translating-selection.ts";
import { isTooShort, type ReadPage } from "../lib/panel/reading.ts";
import type { SummaryChoices } from "../lib/panel/summary-choices.ts";
import type { PassageShowing } from "../lib/panel/showing-passage.ts";
import type { OwnTask } from "../lib/tasks/own-task.ts";
import type { RewriteWay } from "../lib/tasks/rewrite-way.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { AskForm } from "./AskForm.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { LongPage } from "./LongPage.tsx";
import { AskView } from "./AskView.tsx";
import { ModelsSection } from "./ModelsSection.tsx";
import { Notice } from "./Notice.tsx";
import { OfferSelection } from "./OfferSelection.tsx";
import { PageTranslationOffer } from "./PageTranslationOffer.tsx";
import { PageTranslationProgress } from "./PageTranslationProgress.tsx";
import { PageTranslationView } from "./PageTranslationView.tsx";
import { PassageCard } from "./PassageCard.tsx";
import { PageHeader } from "./PageHeader.tsx";
import { PdfOffer } from "./PdfOffer.tsx";
import { Privacy } from "./Privacy.tsx";
import { Progress } from "./Progress.tsx";
import { ReplyView } from "./ReplyView.tsx";
import { RewriteProgress } from "./RewriteProgress.tsx";
import { RewriteView } from "./RewriteView.tsx";
import { ReadPassages } from "./ReadPassages.tsx";
import type { ShowsPassages } from "./shows-passages.ts";
import { SelectionTranslationProgress } from "./SelectionTranslationProgress.tsx";
import { SummaryChoicesRow } from "./SummaryChoicesRow.tsx";
import { TooShort } from "./TooShort.tsx";
import { SummaryTranslationView } from "./SummaryTranslationView.tsx";
import { TopBar } from "./TopBar.tsx";
import { TranslateView } from "./TranslateView.tsx";
import { Welcome } from "./Welcome.tsx";

interface Props {
  panel: Panel;
  /** What the answer rests on. */
  evidence: ReadonlySignal<AnswerEvidence | null>;
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

type View = keyof Props["isElsewhere"] | "page-translation";

/** The whole panel. */
export function App(props: Props) {
  const { panel, models, onSummarize } = props;
  const shown = whatIsShown(props);
  const isRead = panel.reading.value.kind === "read";
  return (
    <main>
      <TopBar
        isRunning={isBusy(props)[shown]}
        isFirst={shown === "summary" && !isRead}
        onSummarize={onSummarize}
        onStop={workOf(props)[shown].stop}
      >
        <ShownProgress {...props} />
      </TopBar>
      {shown === "summary" ? <Subject {...props} /> : <OfSelection {...props} />}
      {/* until it is known what there is, offering anything would be a guess */}
      {models.isKnown.value && (
        <ModelsSection
          models={models}
          nameOf={props.nameOf}
          showsDraft={shown === "summary" && isRead}
          onUseFolder={props.onUseFolder}
          onOpenOptions={props.onOpenOptions}
        />
      )}
      <Privacy requestCount={models.requestCount.value} />
      <p class="visually-hidden" aria-live="polite">
        {props.announcement}
      </p>
    </main>
  );
}

/** A selection takes the place of the summary for as long as the reader is at it. */
function whatIsShown({ rewriting, replying, selectionTranslating, ...rest }: Props): View {
  if (rewriting.subject.value.kind !== "none") return "rewrite";
  if (selectionTranslating.subject.value.kind !== "none") return "translation";
  if (replying.subject.value.kind !== "none") return "reply";
  return rest.pageTranslating.translation.value.kind === "none" ? "summary" : "page-translation";
}

function workOf({ panel, asking, rewriting, replying, ...rest }: Props) {
  const stop = () => {
    panel.stop();
    asking.stop();
  };
  return {
    summary: { stop },
    rewrite: rewriting,
    reply: replying,
    translation: rest.selectionTranslating,
    "page-translation": rest.pageTranslating,
  };
}

function isBusy({
  panel,
  asking,
  rewriting,
  replying,
  selectionTranslating,
  pageTranslating,
}: Props): Record<View, boolean> {
  const reply = replying.reply.value;
  return {
    summary:
      panel.reading.value.kind === "reading" ||
      isRunning(panel.answer.value) ||
      asking.isBusy.value,
    rewrite:
      rewriting.subject.value.kind === "reading" || rewriting.rewrite.value.kind === "running",
    reply:
      replying.subject.value.kind === "reading" || (reply.kind !== "no-model" && isRunning(reply)),
    translation:
      selectionTranslating.subject.value.kind === "reading" ||
      selectionTranslating.translation.value.kind === "running",
    "page-translation": ["starting", "running"].includes(pageTranslating.translation.value.kind),
  };
}

function ShownProgress(props: Props) {
  const { panel, rewriting, replying, selectionTranslating } = props;
  const engine = panel.engine.value;
  switch (whatIsShown(props)) {
    case "summary": {
      const isReading = panel.reading.value.kind === "reading";
      return <Progress what="page" answer={answerAtHand(props)} {...{ isReading, engine }} />;
    }
    case "rewrite":
      return <RewriteProgress {...{ rewriting, engine }} />;
    case "translation":
      return <SelectionTranslationProgress translating={selectionTranslating} engine={engine} />;
    case "page-translation":
      return <PageTranslationProgress translation={props.pageTranslating.translation.value} />;
    case "reply": {
      const isReading = replying.subject.value.kind === "reading";
      const reply = replying.reply.value;
      const answer = reply.kind === "no-model" ? noAnswer : reply;
      return <Progress what="message" {...{ isReading, answer, engine }} />;
    }
  }
}

/** The summary while it is written, and then the answer to the question that waits for it. */
function answerAtHand({ panel, asking }: Pick<Props, "panel" | "asking">): Answer {
  const { value: summary } = panel.answer;
  const asked = asking.exchanges.value.at(-1)?.answer ?? noAnswer;
  return isRunning(summary) || asked.kind === "no-model" ? summary : asked;
}

/** What the panel has to say about a selection, or about a page that is translated in place. */
function OfSelection(props: Props) {
  const { rewriting, replying, isElsewhere, ...rest } = props;
  const { selectionTranslating: translating, models, onCopy } = rest;
  return (
    <>
      <RewriteView
        rewriting={rewriting}
        proofreading={rest.proofreading}
        ownTasks={rest.ownTasks.value}
        isElsewhere={isElsewhere.rewrite.value}
        onRewrite={rest.onRewrite}
        onCopy={onCopy}
      />
      <ReplyView
        replying={replying}
        isElsewhere={isElsewhere.reply.value}
        onReply={rest.onReply}
        onCopy={onCopy}
        nameOf={rest.nameOf}
      />
      <TranslateView
        {...{ translating, models, onCopy }}
        isElsewhere={isElsewhere.translation.value}
      />
      <PageTranslationView
        {...{ models, translating: rest.pageTranslating, onTranslate: rest.onTranslatePage }}
      />
      <BackToSummary {...props} />
    </>
  );
}

function BackToSummary({ panel, rewriting, replying, ...rest }: Props) {
  if (panel.reading.value.kind !== "read") return null;
  const leave = () => {
    rewriting.leave();
    replying.leave();
    rest.selectionTranslating.leave();
    rest.pageTranslating.leave();
  };
  return (
    <div>
      <button type="button" class="quiet back" onClick={leave}>
        Back to the summary
      </button>
    </div>
  );
}

/** What the panel has to say about a page. */
function Subject({ panel, isElsewhere, onSummarize, ...rest }: Props) {
  const reading = panel.reading.value;
  switch (reading.kind) {
    case "none":
      return <Beginning {...rest} />;
    case "reading":
      // keeps what stands below from jumping up for a moment
      return <div class="reading" />;
    case "failed":
      // why another page could not be read is no news on this one
      if (isElsewhere.summary.value) return <Welcome />;
      return (
        <div class="problem">
          <Notice error={panel.problem.value} />
          <button type="button" onClick={onSummarize}>
            Try again
          </button>
          <AskForm {...rest} />
          <PdfOffer onReadPdf={rest.onReadPdf} />
        </div>
      );
    case "read":
      return (
        <>
          {isElsewhere.summary.value && <Elsewhere page={reading.page} onSummarize={onSummarize} />}
          <Summary read={reading} panel={panel} {...rest} />
          <AskView {...rest} />
          <OfferSelection
            isOpen={reading.page.source === "selection" && !isElsewhere.summary.value}
            {...rest}
          />
          <OfferPageTranslation {...rest} />
          <PdfOffer onReadPdf={rest.onReadPdf} />
        </>
      );
  }
}

/** What there is before anything was read. */
function Beginning(props: Omit<Props, "panel" | "isElsewhere" | "onSummarize">) {
  return (
    <>
      <Welcome />
      <AskForm {...props} />
      <OfferSelection isOpen={false} {...props} />
      <OfferPageTranslation {...props} />
      <PdfOffer onReadPdf={props.onReadPdf} />
    </>
  );
}

type SummaryProps = { read: ReadPage } & Pick<
  Props,
  "panel" | "summaryChoices" | "evidence" | "showing" | "summaryTranslation" | "nameOf" | "onCopy"
>;

function Summary({
  read,
  panel,
  summaryChoices,
  evidence,
  showing,
  nameOf,
  onCopy,
  ...rest
}: SummaryProps) {
  const answer = panel.answer.value;
  const shown = showing.shown.value;
  const places: ShowsPassages = {
    shown,
    onShow: (place) => void showing.show(read, place),
    onPutAway: showing.putAway,
  };
  return (
    <article>
      <PageHeader read={read} />
      <Notice error={answer.kind === "failed" ? answer.error : null} />
      {isTooShort(read) ? (
        <TooShort words={read.words} />
      ) : (
        <>
          {answer.kind !== "none" && (
            <SummaryChoicesRow choices={summaryChoices} onChange={() => void panel.askAgain()} />
          )}
          <AnswerView
            {...{ read, answer, places, onCopy }}
            evidence={evidence.value}
            onTryAgain={panel.askAgain}
          />
          <SummaryTranslationView translation={rest.summaryTranslation.value} onCopy={onCopy} />
          <AnswerFacts answer={answer} nameOf={nameOf} words={read.words} />
          <LongPage panel={panel} />
        </>
      )}
      <ReadPassages page={read.page} evidence={evidence.value} places={places} />
      <PassageCard shown={shown} onPutAway={showing.putAway} />
    </article>
  );
}

function OfferPageTranslation({
  pageTranslating,
  onTranslatePage,
}: Pick<Props, "pageTranslating" | "onTranslatePage">) {
  return (
    <details class="other-ways">
      <summary>Translate this page</summary>
      <PageTranslationOffer translating={pageTranslating} onTranslate={onTranslatePage} />
    </details>
  );
}
