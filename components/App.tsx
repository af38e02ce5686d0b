import { ModelsSection } from "./ModelsSection.tsx";
import { PageTranslationView } from "./PageTranslationView.tsx";
import { Privacy } from "./Privacy.tsx";
import { ReplyView } from "./ReplyView.tsx";
import { RewriteView } from "./RewriteView.tsx";
import { TopBar } from "./TopBar.tsx";
import { TranslateView } from "./TranslateView.tsx";
import type { PanelProps } from "./panel-props.ts";
import { isBusy, whatIsShown, workOf } from "./shown-work.ts";
import { ShownProgress } from "./ShownProgress.tsx";
import { SummaryView } from "./SummaryView.tsx";

/** The whole panel. */
export function App(props: PanelProps) {
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
      {shown === "summary" ? <SummaryView {...props} /> : <OfSelection {...props} />}
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

/** What the panel has to say about a selection, or about a page that is translated in place. */
function OfSelection(props: PanelProps) {
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

function BackToSummary({ panel, rewriting, replying, ...rest }: PanelProps) {
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
