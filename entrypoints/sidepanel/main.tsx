import { render } from "preact";
import { browser } from "wxt/browser";
import { App } from "../../components/App.tsx";
import { findActiveTab, namePage, watchActiveTab } from "../../lib/browser/active-tab.ts";
import { copyText } from "../../lib/browser/copy-text.ts";
import { ensureEnginePage } from "../../lib/browser/engine-page.ts";
import { takeRequests } from "../../lib/browser/handoff.ts";
import { addToHistory, readHistorySettings } from "../../lib/browser/history-store.ts";
import { openOptions } from "../../lib/browser/open-page.ts";
import {
  readAnswerLanguage,
  readEngineSettings,
  readLastPageTarget,
  readLastRewrite,
  readLastTarget,
  readLastWords,
  readOwnTasks,
  readReaderLanguage,
  readSummaryDefaults,
  watchOwnTasks,
  writeLastPageTarget,
  writeLastRewrite,
  writeLastTarget,
  writeLastWords,
  writeOwnTasks,
  writeSummaryDefaults,
} from "../../lib/browser/settings.ts";
import { injectHighlighter } from "../../lib/browser/highlight-in-tab.ts";
import { injectTranslator } from "../../lib/browser/translate-in-tab.ts";
import { keptPdfIn, snapshotTab } from "../../lib/browser/read-tab.ts";
import { readTarget, replaceTarget, undoReplace } from "../../lib/browser/rewrite-in-tab.ts";
import { engineOnceThere } from "../../lib/channels/engine-once-there.ts";
import { remotePdf } from "../../lib/channels/pdf-worker.ts";
import { remoteProofread } from "../../lib/channels/proofreader-worker.ts";
import { openPageHighlight } from "../../lib/channels/page-highlight.ts";
import { openPageTranslation } from "../../lib/channels/page-translation.ts";
import { remoteEngine } from "../../lib/channels/remote-engine.ts";
import { createModelTranslator } from "../../lib/engine/model-translator.ts";
import { createPackTranslator } from "../../lib/engine/pack-translator.ts";
import { modelName } from "../../lib/models/catalogue.ts";
import { importFolder } from "../../lib/models/import-folder.ts";
import { createModels } from "../../lib/options/models.ts";
import { createOwnTasks } from "../../lib/options/own-tasks.ts";
import { createAnnouncements } from "../../lib/panel/announce.ts";
import { createAnswerEvidence, createBackRead } from "../../lib/panel/answer-evidence.ts";
import { createAsking } from "../../lib/panel/asking.ts";
import { createExchangeEvidence } from "../../lib/panel/exchange-evidence.ts";
import { createFrontPage } from "../../lib/panel/front-page.ts";
import { type Asked, createPanel } from "../../lib/panel/panel.ts";
import { createPdfReading } from "../../lib/panel/reading-pdf.ts";
import { pageOfReading } from "../../lib/panel/reading.ts";
import { createProofreading } from "../../lib/panel/proofreading.ts";
import { keepAnswers } from "../../lib/panel/keeping.ts";
import { createReplying, type Replying } from "../../lib/panel/replying.ts";
import { createRewriting, type Rewriting } from "../../lib/panel/rewriting.ts";
import { createPassageShowing } from "../../lib/panel/showing-passage.ts";
import { createSummaryChoices } from "../../lib/panel/summary-choices.ts";
import { createPageTranslating, type PageTranslating } from "../../lib/panel/translating-page.ts";
import { createSummaryTranslating } from "../../lib/panel/translating-summary.ts";
import {
  createSelectionTranslating,
  type SelectionTranslating,
} from "../../lib/panel/translating-selection.ts";
import { pageOfSelection } from "../../lib/panel/selection.ts";
import type { RewriteWay } from "../../lib/tasks/rewrite-way.ts";
import { optionsOf } from "../../lib/tasks/summary-choice.ts";
import { chooseModel, listPacks, modelsSurroundings } from "./models-surroundings.ts";
import { measureShown } from "./measure-shown.ts";

// The engine's page is made meanwhile: a draft needs none.
const engine = engineOnceThere(remoteEngine, ensureEnginePage);
const summaryChoices = createSummaryChoices({
  read: readSummaryDefaults,
  write: writeSummaryDefaults,
  answerLanguage: readAnswerLanguage,
});
const translator = createPackTranslator({ engine, listPacks, readSettings: readEngineSettings });
const translators = {
  packs: translator,
  model: createModelTranslator({ engine, chooseModel }),
};
const summaryTranslating = createSummaryTranslating({
  translators,
  listPacks,
  answerLanguage: async () => summaryChoices.language.value,
});
const panel = createPanel({
  engine,
  snapshotTab,
  readPdf: createPdfReading({
    keptPdfIn,
    namePage,
    openPdf: (bytes, signal) =>
      remotePdf(
        new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" }),
        bytes,
        signal,
      ),
  }),
  chooseModel,
  answerLanguage: summaryTranslating.writtenIn,
  optionsFor: async (page) => optionsOf(await summaryChoices.forPage(page)),
  onShown: measureShown,
});
const asking = createAsking({ engine, chooseModel, answerLanguage: readAnswerLanguage }, panel);
const rewriting = createRewriting({
  engine,
  chooseModel,
  readTarget,
  namePage,
  replaceTarget,
  undoReplace,
  ways: {
    readOwnTasks,
    readLastWay: readLastRewrite,
    keepLastWay: writeLastRewrite,
    readLastWords,
    keepLastWords: writeLastWords,
  },
});
const proofreading = createProofreading(
  {
    replaceTarget,
    undoReplace,
    proofread: (question, signal) =>
      remoteProofread(
        new Worker(new URL("./proofreader-worker.ts", import.meta.url), { type: "module" }),
        question,
        signal,
      ),
    uiLanguage: browser.i18n.getUILanguage(),
  },
  rewriting,
);
const replying = createReplying({ engine, chooseModel, readTarget, namePage });
const selectionTranslating = createSelectionTranslating({
  translators,
  listPacks,
  hasModel: async () => (await chooseModel()) !== null,
  readTarget,
  namePage,
  replaceTarget,
  undoReplace,
  readerLanguage: readReaderLanguage,
  readLastTarget,
  keepLastTarget: writeLastTarget,
});
const pageTranslating = createPageTranslating({
  translator,
  openPage: async (tabId) => {
    await injectTranslator(tabId);
    return openPageTranslation(tabId);
  },
  readerLanguage: readReaderLanguage,
  listPacks,
  readLastTarget: readLastPageTarget,
  keepLastTarget: writeLastPageTarget,
});
const showing = createPassageShowing(async (tabId) => {
  await injectHighlighter(tabId);
  return openPageHighlight(tabId);
});
panel.reading.subscribe(({ kind }) => {
  if (kind === "reading") showing.putAway();
});
const models = createModels(modelsSurroundings);
const ownTasks = createOwnTasks({ read: readOwnTasks, write: writeOwnTasks, watch: watchOwnTasks });
const frontPages = {
  summary: createFrontPage(() => pageOfReading(panel.reading.value)),
  rewrite: createFrontPage(() => pageOfSelection(rewriting.subject.value)),
  reply: createFrontPage(() => pageOfSelection(replying.subject.value)),
  translation: createFrontPage(() => pageOfSelection(selectionTranslating.subject.value)),
};
keepAnswers(
  {
    readSettings: readHistorySettings,
    isPrivate: async () => (await browser.windows.getCurrent()).incognito,
    keep: addToHistory,
  },
  panel,
  asking,
);
const windowId = browser.windows
  .getCurrent()
  .then(({ id }) => id ?? browser.windows.WINDOW_ID_NONE);

/** Starts something in the tab that is in front of the reader. */
async function inFrontTab(start: (tabId: number) => void): Promise<void> {
  const tabId = await findActiveTab(await windowId);
  if (tabId !== null) start(tabId);
}

function onSummarize({ timeStamp }: MouseEvent): void {
  const how = { taskId: "summarize", scope: "selection-or-page", askedAtMs: timeStamp } as const;
  void inFrontTab((tabId) => startSummary({ ...how, tabId }));
}

async function onReadPdf(file: File): Promise<void> {
  const askedAtMs = performance.now();
  const tabId = (await findActiveTab(await windowId)) ?? browser.tabs.TAB_ID_NONE;
  startSummary({ taskId: "summarize", tabId, scope: "page", file, askedAtMs });
}

/** Ends all else: one job at a time, since each would wait for the one before. */
function leaveOthers(kept: Rewriting | Replying | SelectionTranslating | PageTranslating | null) {
  asking.stop();
  for (const work of [rewriting, replying, selectionTranslating, pageTranslating])
    if (work !== kept) work.leave(); // a page that is translated stays so
}

function startSummary(asked: Asked): void {
  leaveOthers(null);
  void panel.start(asked);
}

function startRewriting(tabId: number, way: RewriteWay | null, words?: string): void {
  panel.stop();
  leaveOthers(rewriting);
  void rewriting.start(tabId, way, words);
}

function startReplying(tabId: number, points: string | null): void {
  panel.stop();
  leaveOthers(replying);
  void replying.start(tabId, points);
}

function translateSelection(tabId: number): void {
  panel.stop();
  leaveOthers(selectionTranslating);
  void selectionTranslating.start(tabId);
}

function translatePage(tabId: number, to?: string): void {
  panel.stop();
  leaveOthers(pageTranslating);
  void pageTranslating.start(tabId, to);
}

const backRead = createBackRead();
const root = document.querySelector("#panel");
if (root) {
  render(
    <App
      panel={panel}
      evidence={createAnswerEvidence(panel, backRead)}
      exchangeEvidence={createExchangeEvidence(panel, asking, backRead)}
      summaryChoices={summaryChoices}
      asking={asking}
      showing={showing}
      rewriting={rewriting}
      proofreading={proofreading}
      replying={replying}
      selectionTranslating={selectionTranslating}
      pageTranslating={pageTranslating}
      summaryTranslation={summaryTranslating.translation}
      models={models}
      ownTasks={ownTasks.all}
      isElsewhere={{
        summary: frontPages.summary.isElsewhere,
        rewrite: frontPages.rewrite.isElsewhere,
        reply: frontPages.reply.isElsewhere,
        translation: frontPages.translation.isElsewhere,
      }}
      announcement={createAnnouncements(panel, asking)}
      onSummarize={onSummarize}
      onAsk={() => void inFrontTab((tabId) => void asking.ask(tabId))}
      onRewrite={(...how) => void inFrontTab((tabId) => startRewriting(tabId, ...how))}
      onReply={(points) => void inFrontTab((tabId) => startReplying(tabId, points))}
      onTranslateSelection={() => void inFrontTab(translateSelection)}
      onTranslatePage={(to) => void inFrontTab((tabId) => translatePage(tabId, to))}
      onReadPdf={onReadPdf}
      onCopy={copyText}
      nameOf={modelName}
      onUseFolder={(files) => void models.kept.importModel((...how) => importFolder(files, ...how))}
      onOpenOptions={() => void openOptions()}
    />,
    root,
  );
}

takeRequests(await windowId, (request) => {
  const { taskId, tabId } = request;
  switch (taskId) {
    case "rewrite":
      startRewriting(tabId, request.way);
      break;
    case "reply":
      startReplying(tabId, null);
      break;
    case "translate-selection":
      translateSelection(tabId);
      break;
    case "translate-page":
      translatePage(tabId);
      break;
    case "summarize": {
      // a request is made in another page, whose clock began at another time
      const askedAtMs = request.askedAtMs - performance.timeOrigin;
      startSummary({ taskId, tabId, scope: request.scope, askedAtMs });
      break;
    }
  }
});
watchActiveTab(await windowId, (event) => {
  for (const page of Object.values(frontPages)) page.onTabEvent(event);
});

function answerAboutPage(): void {
  const isAsked = asking.exchanges.value.at(-1)?.answer.kind === "no-model";
  void (isAsked ? asking.askAgain() : panel.askAgain());
}

function answerWithNewModel(): void {
  const isOfSelection = [rewriting, replying, selectionTranslating].some(
    ({ subject }) => subject.value.kind !== "none",
  );
  if (!isOfSelection) answerAboutPage();
  else if (rewriting.rewrite.value.kind === "no-model") void rewriting.tryAgain();
  else if (replying.reply.value.kind === "no-model") void replying.tryAgain();
  else if (selectionTranslating.translation.value.kind === "no-pack")
    void selectionTranslating.tryAgain();
}

await Promise.all([models.refresh(), ownTasks.refresh()]);
panel.answer.subscribe((answer) => {
  void summaryTranslating.follow(answer, panel.reading.value);
  if (answer.kind === "failed") void models.refresh(); // a damaged model is no longer there
});
models.kept.packs.subscribe(() => {
  if (selectionTranslating.translation.value.kind === "no-pack")
    void selectionTranslating.tryAgain();
  void pageTranslating.usePacks();
});
let chosenId = models.kept.chosenId.value;
models.kept.chosenId.subscribe((id) => {
  if (id !== null && id !== chosenId) answerWithNewModel();
  chosenId = id;
  // what to offer is nobody's question while there is a model that answers
  if (id === null) void models.offers.check();
});
