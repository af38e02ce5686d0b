import type { ReadonlySignal } from "@preact/signals";
import { isRunning } from "../lib/panel/answer.ts";
import type { Models } from "../lib/options/models.ts";
import type { Panel } from "../lib/panel/panel.ts";
import type { ReadPage } from "../lib/panel/reading.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { ModelsSection } from "./ModelsSection.tsx";
import { Notice } from "./Notice.tsx";
import { PageHeader } from "./PageHeader.tsx";
import { Privacy } from "./Privacy.tsx";
import { Progress } from "./Progress.tsx";
import { ReadPassages } from "./ReadPassages.tsx";
import { TopBar } from "./TopBar.tsx";
import { Welcome } from "./Welcome.tsx";

interface Props {
  panel: Panel;
  models: Models;
  isElsewhere: ReadonlySignal<boolean>;
  /** What a screen reader should say now. */
  announcement: ReadonlySignal<string>;
  onSummarize: (event: MouseEvent) => void;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
  onUseFolder: (files: readonly File[]) => void;
  onOpenOptions: () => void;
}

/** The whole panel. */
export function App(props: Props) {
  const { panel, models, onSummarize } = props;
  const reading = panel.reading.value;
  const answer = panel.answer.value;
  return (
    <main>
      <TopBar
        isRunning={reading.kind === "reading" || isRunning(answer)}
        isFirst={reading.kind !== "read"}
        onSummarize={onSummarize}
        onStop={panel.stop}
      >
        <Progress {...{ reading, answer }} engine={panel.engine.value} />
      </TopBar>
      <Subject {...props} />
      {/* until it is known what there is, offering anything would be a guess */}
      {models.isKnown.value && (
        <ModelsSection
          models={models}
          nameOf={props.nameOf}
          showsDraft={reading.kind === "read"}
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

/** What the panel has to say about a page. */
function Subject({ panel, isElsewhere, onSummarize, ...rest }: Props) {
  const reading = panel.reading.value;
  switch (reading.kind) {
    case "none":
      return <Welcome />;
    case "reading":
      // keeps what stands below from jumping up for a moment
      return <div class="reading" />;
    case "failed":
      // why another page could not be read is no news on this one
      if (isElsewhere.value) return <Welcome />;
      return (
        <div class="problem">
          <Notice error={panel.problem.value} />
          <button type="button" onClick={onSummarize}>
            Try again
          </button>
        </div>
      );
    case "read":
      return (
        <>
          {isElsewhere.value && <Elsewhere page={reading.page} onSummarize={onSummarize} />}
          <Summary read={reading} panel={panel} {...rest} />
        </>
      );
  }
}

type SummaryProps = { read: ReadPage } & Pick<Props, "panel" | "nameOf" | "onCopy">;

function Summary({ read, panel, nameOf, onCopy }: SummaryProps) {
  const answer = panel.answer.value;
  return (
    <article>
      <PageHeader read={read} />
      <Notice error={answer.kind === "failed" ? answer.error : null} />
      <AnswerView {...{ read, answer, onCopy }} onTryAgain={panel.askAgain} />
      <AnswerFacts answer={answer} nameOf={nameOf} />
      <ReadPassages page={read.page} />
    </article>
  );
}
