import { render } from "preact";
import { browser } from "wxt/browser";
import { OptionsPage } from "../../components/OptionsPage.tsx";
import { copyText } from "../../lib/browser/copy-text.ts";
import {
  clearHistory,
  readHistory,
  readHistorySettings,
  removeFromHistory,
  watchHistory,
  writeHistorySettings,
} from "../../lib/browser/history-store.ts";
import { canPickFolder, pickFolder } from "../../lib/browser/pick-folder.ts";
import { saveFile } from "../../lib/browser/save-file.ts";
import {
  readAnswerLanguage,
  readEngineSettings,
  readOwnTasks,
  watchOwnTasks,
  writeAnswerLanguage,
  writeEngineSettings,
  writeOwnTasks,
} from "../../lib/browser/settings.ts";
import { readKeys, whereToChangeKeys } from "../../lib/browser/shortcuts.ts";
import { exportModel } from "../../lib/models/export-model.ts";
import { importFolder } from "../../lib/models/import-folder.ts";
import { importZip } from "../../lib/models/import-zip.ts";
import { createAnswerLanguage } from "../../lib/options/answer-language.ts";
import { createEngineOptions } from "../../lib/options/engine-options.ts";
import { createHistory } from "../../lib/options/history.ts";
import { createHistoryChoice } from "../../lib/options/history-choice.ts";
import { createLedger } from "../../lib/options/ledger.ts";
import { createModels } from "../../lib/options/models.ts";
import { createOwnTasks } from "../../lib/options/own-tasks.ts";
import { ledgerSurroundings, modelsSurroundings } from "../sidepanel/models-surroundings.ts";

const models = createModels(modelsSurroundings);
const engine = createEngineOptions({ read: readEngineSettings, write: writeEngineSettings });
const language = createAnswerLanguage({ read: readAnswerLanguage, write: writeAnswerLanguage });
const ownTasks = createOwnTasks({ read: readOwnTasks, write: writeOwnTasks, watch: watchOwnTasks });
const historyChoice = createHistoryChoice({
  readSettings: readHistorySettings,
  writeSettings: writeHistorySettings,
});
const history = createHistory({
  read: readHistory,
  remove: removeFromHistory,
  clear: clearHistory,
  watch: watchHistory,
});
const ledger = createLedger(ledgerSurroundings);
const { kept } = models;

async function onExport(modelId: string): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  await kept.exportModel(modelId, (onProgress, signal) =>
    exportModel({ id: modelId, folder }, onProgress, signal),
  );
}

const root = document.querySelector("#page");
if (root) {
  render(
    <OptionsPage
      models={models}
      modelActions={{
        onImportFolder: (files) => void kept.importModel((...how) => importFolder(files, ...how)),
        onImportZip: ([zip]) => zip && void kept.importModel((...how) => importZip(zip, ...how)),
        onExport: canPickFolder() ? (modelId) => void onExport(modelId) : null,
      }}
      engine={engine}
      cores={navigator.hardwareConcurrency}
      language={language}
      ownTasks={ownTasks}
      history={{
        choice: historyChoice,
        history,
        onExport: () => saveFile("sotto-history.md", history.asMarkdown(), "text/markdown"),
      }}
      ledger={ledger}
      onExportLedger={() => saveFile("sotto-requests.json", ledger.asJson(), "application/json")}
      shortcuts={{
        toolbarKeys: await readKeys("_execute_action"),
        rewriteKeys: await readKeys("rewrite-selection"),
        translateKeys: await readKeys("translate-selection"),
        whereToChange: whereToChangeKeys,
      }}
      onCopy={copyText}
      version={browser.runtime.getManifest().version}
    />,
    root,
  );
}

// whatever Sotto asks of the hub is in the list at once
models.requestCount.subscribe(() => void ledger.refresh());
await Promise.all([
  models.refresh(),
  models.offers.check(),
  engine.refresh(),
  language.refresh(),
  ownTasks.refresh(),
  historyChoice.refresh(),
  history.refresh(),
]);
