import type { ReadonlySignal } from "@preact/signals";
import { isRunning } from "../lib/panel/answer.ts";
import type { Models } from "../lib/options/models.ts";
import type { Rewriting } from "../lib/panel/rewriting.ts";
import type { Panel } from "../lib/panel/panel.ts";
import type { ReadPage } from "../lib/panel/reading.ts";
import type { OwnTask } from "../lib/tasks/own-task.ts";
import type { RewriteWay } from "../lib/tasks/rewrite-way.ts";
import { AnswerFacts } from "./AnswerFacts.tsx";
import { AnswerView } from "./AnswerView.tsx";
import { Elsewhere } from "./Elsewhere.tsx";
import { ModelsSection } from "./ModelsSection.tsx";
import { Notice } from "./Notice.tsx";
import { PageHeader } from "./PageHeader.tsx";
import { Privacy } from "./Privacy.tsx";
import { Progress } from "./Progress.tsx";
import { RewriteChoices } from "./RewriteChoices.tsx";
import { RewriteProgress } from "./RewriteProgress.tsx";
import { RewriteView } from "./RewriteView.tsx";
import { ReadPassages } from "./ReadPassages.tsx";
import { TopBar } from "./TopBar.tsx";
import { Welcome } from "./Welcome.tsx";

interface Props {
  panel: Panel;
  rewriting: Rewriting;
  models: Models;
  /** The tasks that the reader has written. */
  ownTasks: ReadonlySignal<readonly OwnTask[]>;
  /** Whether what was summarized is another page than the one in front of the reader. */
  isElsewhere: ReadonlySignal<boolean>;
  /** The same of what is rewritten. */
  isRewriteElsewhere: ReadonlySignal<boolean>;
  /** What a screen reader should say now. */
  announcement: ReadonlySignal<string>;
  onSummarize: (event: MouseEvent) => void;
  /** Rewrites what is selected on the page in front of the reader. */
  onRewrite: (way: RewriteWay, words?: string) => void;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
  onUseFolder: (files: readonly File[]) => void;
  onOpenOptions: () => void;
}

/** The whole panel. */
export function App(props: Props) {
  const { panel, rewriting, models, onSummarize } = props;
  const reading = panel.reading.value;
  const answer = panel.answer.value;
  const isRewrite = rewriting.subject.value.kind !== "none";
  const engine = panel.engine.value;
  return (
    <main>
      <TopBar
        isRunning={isRewrite ? isRewriting(rewriting) : isSummarizing(panel)}
        isFirst={!isRewrite && reading.kind !== "read"}
        onSummarize={onSummarize}
        onStop={isRewrite ? rewriting.stop : panel.stop}
      >
        {isRewrite ? (
          <RewriteProgress {...{ rewriting, engine }} />
        ) : (
          <Progress {...{ reading, answer, engine }} />
        )}
      </TopBar>
      {isRewrite ? <Rewritten {...props} /> : <Subject {...props} />}
      {/* until it is known what there is, offering anything would be a guess */}
      {models.isKnown.value && (
        <ModelsSection
          models={models}
          nameOf={props.nameOf}
          showsDraft={!isRewrite && reading.kind === "read"}
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

function isSummarizing({ reading, answer }: Panel): boolean {
  return reading.value.kind === "reading" || isRunning(answer.value);
}

function isRewriting({ subject, rewrite }: Rewriting): boolean {
  return subject.value.kind === "reading" || rewrite.value.kind === "running";
}

/** What the panel has to say about a selection that is rewritten. */
function Rewritten({ panel, rewriting, onRewrite, onCopy, ...rest }: Props) {
  const ownTasks = rest.ownTasks.value;
  const isElsewhere = rest.isRewriteElsewhere.value;
  return (
    <>
      <RewriteView {...{ rewriting, ownTasks, isElsewhere, onRewrite, onCopy }} />
      {panel.reading.value.kind === "read" && (
        <div>
          <button type="button" class="quiet back" onClick={rewriting.leave}>
            Back to the summary
          </button>
        </div>
      )}
    </>
  );
}

/** What the panel has to say about a page. */
function Subject({ panel, isElsewhere, onSummarize, ...rest }: Props) {
  const reading = panel.reading.value;
  switch (reading.kind) {
    case "none":
      return (
        <>
          <Welcome />
          <OfferRewrite isOpen={false} {...rest} />
        </>
      );
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
          <OfferRewrite
            isOpen={reading.page.source === "selection" && !isElsewhere.value}
            {...rest}
          />
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

type OfferProps = { isOpen: boolean } & Pick<Props, "rewriting" | "ownTasks" | "onRewrite">;

/** The ways to rewrite what is selected, in sight where a selection is known of. */
function OfferRewrite({ isOpen, rewriting, ownTasks, onRewrite }: OfferProps) {
  return (
    <details class="other-ways" open={isOpen}>
      <summary>Rewrite the selected text</summary>
      <RewriteChoices
        ownTasks={ownTasks.value}
        lastWords={rewriting.lastWords.value}
        waitsForWords={false}
        onChoose={(way) => onRewrite(way)}
        onOwnWords={(words) => onRewrite("own", words)}
      />
    </details>
  );
}
