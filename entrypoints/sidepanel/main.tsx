import { render } from "preact";
import { browser } from "wxt/browser";
import { App } from "../../components/App.tsx";
import { findActiveTab, watchActiveTab } from "../../lib/browser/active-tab.ts";
import { copyText } from "../../lib/browser/copy-text.ts";
import { ensureEnginePage } from "../../lib/browser/engine-page.ts";
import { takeRequests } from "../../lib/browser/handoff.ts";
import { openOptions } from "../../lib/browser/open-page.ts";
import { readAnswerLanguage } from "../../lib/browser/settings.ts";
import { snapshotTab } from "../../lib/browser/read-tab.ts";
import { engineOnceThere } from "../../lib/channels/engine-once-there.ts";
import { remoteEngine } from "../../lib/channels/remote-engine.ts";
import { modelName } from "../../lib/models/catalogue.ts";
import { importFolder } from "../../lib/models/import-folder.ts";
import { createModels } from "../../lib/options/models.ts";
import { createAnnouncements } from "../../lib/panel/announce.ts";
import { createFrontPage } from "../../lib/panel/front-page.ts";
import { createPanel } from "../../lib/panel/panel.ts";
import { chooseModel, modelsSurroundings } from "./models-surroundings.ts";
import { measureShown } from "./measure-shown.ts";

// The engine's page is made meanwhile: a draft needs none.
const panel = createPanel({
  engine: engineOnceThere(remoteEngine, ensureEnginePage),
  snapshotTab,
  chooseModel,
  answerLanguage: readAnswerLanguage,
  onShown: measureShown,
});
const models = createModels(modelsSurroundings);
const frontPage = createFrontPage(panel.reading);
const windowId = browser.windows
  .getCurrent()
  .then(({ id }) => id ?? browser.windows.WINDOW_ID_NONE);

async function onSummarize({ timeStamp }: MouseEvent): Promise<void> {
  const tabId = await findActiveTab(await windowId);
  if (tabId === null) return;
  panel.start({ taskId: "summarize", tabId, scope: "selection-or-page", askedAtMs: timeStamp });
}

const root = document.querySelector("#panel");
if (root) {
  render(
    <App
      panel={panel}
      models={models}
      isElsewhere={frontPage.isElsewhere}
      announcement={createAnnouncements(panel)}
      onSummarize={onSummarize}
      onCopy={copyText}
      nameOf={modelName}
      onUseFolder={(files) => void models.kept.importModel((...how) => importFolder(files, ...how))}
      onOpenOptions={() => void openOptions()}
    />,
    root,
  );
}

takeRequests(await windowId, ({ taskId, tabId, scope, askedAtMs }) => {
  // a request is made in another page, whose clock began at another time
  panel.start({ taskId, tabId, scope, askedAtMs: askedAtMs - performance.timeOrigin });
});
watchActiveTab(await windowId, frontPage.onTabEvent);

await models.refresh();
panel.answer.subscribe(({ kind }) => {
  if (kind === "failed") void models.refresh(); // a damaged model is no longer there
});
let chosenId = models.kept.chosenId.value;
models.kept.chosenId.subscribe((id) => {
  if (id !== null && id !== chosenId) panel.askAgain();
  chosenId = id;
  // what to offer is nobody's question while there is a model that answers
  if (id === null) void models.offers.check();
});
