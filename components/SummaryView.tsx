import type { Answer } from "../lib/panel/answer.ts";
import { isTooShort, type ReadPage } from "../lib/panel/reading.ts";
import type { PassageShowing } from "../lib/panel/showing-passage.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { AskForm } from "./AskForm.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { LongPage } from "./LongPage.tsx";
import { AskView } from "./AskView.tsx";
import { Notice } from "./Notice.tsx";
import { OfferSelection } from "./OfferSelection.tsx";
import { PageTranslationDetails } from "./PageTranslationDetails.tsx";
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
    case "read": {
      const places = placesIn(reading, rest.showing);
      return (
        <>
          {isElsewhere.summary.value && <Elsewhere page={reading.page} onSummarize={onSummarize} />}
          <Summary {...{ panel, places }} read={reading} {...rest} />
          <AskView {...rest} evidence={rest.exchangeEvidence.value} places={places} />
          <OfferSelection
            isOpen={reading.page.source === "selection" && !isElsewhere.summary.value}
            {...rest}
          />
          <PageTranslationDetails page={reading.page} {...rest} />
          <PdfOffer onReadPdf={rest.onReadPdf} />
          <PassageCard shown={places.shown} onPutAway={places.onPutAway} />
        </>
      );
    }
  }
}

function placesIn(read: ReadPage, showing: PassageShowing): ShowsPassages {
  return {
    shown: showing.shown.value,
    onShow: (place) => void showing.show(read, place),
    onPutAway: showing.putAway,
  };
}

/** What there is before anything was read. */
function Beginning(props: Omit<PanelProps, "panel" | "isElsewhere" | "onSummarize">) {
  return (
    <>
      <Welcome />
      <AskForm {...props} />
      <OfferSelection isOpen={false} {...props} />
      <PageTranslationDetails page={null} {...props} />
      <PdfOffer onReadPdf={props.onReadPdf} />
    </>
  );
}

type SummaryProps = { read: ReadPage; places: ShowsPassages } & Pick<
  PanelProps,
  "panel" | "summaryChoices" | "evidence" | "summaryTranslation" | "nameOf" | "onCopy"
>;

function Summary(props: SummaryProps) {
  const { read, panel, evidence, places } = props;
  const answer = panel.answer.value;
  return (
    <article>
      <PageHeader read={read} />
      <Notice error={answer.kind === "failed" ? answer.error : null} />
      {isTooShort(read) ? (
        <TooShort words={read.words} />
      ) : (
        <LongEnough {...props} answer={answer} />
      )}
      <ReadPassages page={read.page} evidence={evidence.value} places={places} />
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
}: SummaryProps & { answer: Answer }) {
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
