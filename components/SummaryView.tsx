import type { Answer } from "../lib/panel/answer.ts";
import { isTooShort, type ReadPage } from "../lib/panel/reading.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { AskForm } from "./AskForm.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { LongPage } from "./LongPage.tsx";
import { AskView } from "./AskView.tsx";
import { Notice } from "./Notice.tsx";
import { OfferSelection } from "./OfferSelection.tsx";
import { PageTranslationOffer } from "./PageTranslationOffer.tsx";
import { PassageCard } from "./PassageCard.tsx";
import { PageHeader } from "./PageHeader.tsx";
import { PdfOffer } from "./PdfOffer.tsx";
import { ReadPassages } from "./ReadPassages.tsx";
import type { ShowsPassages } from "./shows-passages.ts";
import { SummaryChoicesRow } from "./SummaryChoicesRow.tsx";
import { TooShort } from "./TooShort.tsx";
import { SummaryTranslationView } from "./SummaryTranslationView.tsx";
import { Welcome } from "./Welcome.tsx";
import type { PanelProps } from "./panel-props.ts";

/** What the panel has to say about a page. */
export function SummaryView({ panel, isElsewhere, onSummarize, ...rest }: PanelProps) {
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
function Beginning(props: Omit<PanelProps, "panel" | "isElsewhere" | "onSummarize">) {
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
  PanelProps,
  "panel" | "summaryChoices" | "evidence" | "showing" | "summaryTranslation" | "nameOf" | "onCopy"
>;

function Summary(props: SummaryProps) {
  const { read, panel, evidence, showing } = props;
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
        <LongEnough {...props} {...{ answer, places }} />
      )}
      <ReadPassages page={read.page} evidence={evidence.value} places={places} />
      <PassageCard shown={shown} onPutAway={showing.putAway} />
    </article>
  );
}

/** The summary of a page that says enough to have one. */
function LongEnough({
  read,
  panel,
  answer,
  places,
  onCopy,
  ...rest
}: SummaryProps & { answer: Answer; places: ShowsPassages }) {
  const askAgain = () => void panel.askAgain();
  return (
    <>
      {answer.kind !== "none" && (
        <SummaryChoicesRow choices={rest.summaryChoices} onChange={askAgain} />
      )}
      <AnswerView
        {...{ read, answer, places, onCopy }}
        evidence={rest.evidence.value}
        onTryAgain={askAgain}
      />
      <SummaryTranslationView translation={rest.summaryTranslation.value} onCopy={onCopy} />
      <AnswerFacts answer={answer} nameOf={rest.nameOf} words={read.words} />
      <LongPage panel={panel} />
    </>
  );
}

function OfferPageTranslation({
  pageTranslating,
  onTranslatePage,
}: Pick<PanelProps, "pageTranslating" | "onTranslatePage">) {
  return (
    <details class="other-ways">
      <summary>Translate this page</summary>
      <PageTranslationOffer translating={pageTranslating} onTranslate={onTranslatePage} />
    </details>
  );
}
