import { isMetered } from "../../lib/browser/connection.ts";
import { ensureEnginePage } from "../../lib/browser/engine-page.ts";
import { readMirror } from "../../lib/browser/mirror.ts";
import { tellModelChange, watchModelChanges } from "../../lib/browser/model-changes.ts";
import {
  readChosenModel,
  readEngineSettings,
  writeChosenModel,
} from "../../lib/browser/settings.ts";
import { remoteDeviceCheck } from "../../lib/channels/remote-device-check.ts";
import { remoteDownloads } from "../../lib/channels/remote-downloads.ts";
import { modelName } from "../../lib/models/catalogue.ts";
import { isImported } from "../../lib/models/import-model.ts";
import { clearLedger, readLedger } from "../../lib/models/ledger.ts";
import type { Pack } from "../../lib/models/catalogue/packs.ts";
import { packOf } from "../../lib/models/packs.ts";
import { sumBytes } from "../../lib/models/model-manifest.ts";
import {
  listStoredModels,
  removeModel,
  type StoredModel,
  verifyModel,
} from "../../lib/models/model-store.ts";
import { kindOf, type ModelKind } from "../../lib/models/weights.ts";
import { isNetworkOff, setNetworkOff } from "../../lib/models/network-switch.ts";
import { type KeptModel, chosenAmong } from "../../lib/options/kept-models.ts";
import type { LedgerSurroundings } from "../../lib/options/ledger.ts";
import type { ModelsSurroundings } from "../../lib/options/models.ts";
import type { PanelSurroundings } from "../../lib/panel/panel.ts";

const downloads = remoteDownloads({ open: ensureEnginePage, readMirror });

/** The reader's models in this browser. */
export const modelsSurroundings: ModelsSurroundings = {
  kept: {
    list: async () => (await listStoredModels()).map(asKept),
    readChosen: readChosenModel,
    writeChosen: writeChosenModel,
    remove: removeModel,
    verify: verifyModel,
  },
  fetching: {
    downloads,
    askSize: async (wanted, signal) => (await downloads.askListing(wanted, signal)).totalBytes,
    isMetered,
  },
  async checkDevice() {
    await ensureEnginePage();
    return remoteDeviceCheck(new AbortController().signal);
  },
  countRequests: async () => (await readLedger()).length,
  tellChange: tellModelChange,
  watchChanges: watchModelChanges,
};

/** The list of all requests, and the switch that allows no more. */
export const ledgerSurroundings: LedgerSurroundings = {
  read: readLedger,
  clear: clearLedger,
  isNetworkOff,
  setNetworkOff,
};

/** The model that answers, if there is one on this machine, and how to run it. */
export const chooseModel: PanelSurroundings["chooseModel"] = async () => {
  const ids = (await listStoredModels()).flatMap(({ id, files }) =>
    kindOfFiles(files) === "language" ? id : [],
  );
  const modelId = chosenAmong(ids, await readChosenModel());
  return modelId === null ? null : { modelId, settings: await readEngineSettings() };
};

/** The packs on this machine whose direction is known. */
export async function listPacks(): Promise<readonly Pack[]> {
  const packs = (await listStoredModels()).filter(
    ({ files }) => kindOfFiles(files) === "translation",
  );
  return packs.flatMap(({ id }) => packOf(id) ?? []);
}

function kindOfFiles(files: StoredModel["files"]): ModelKind {
  return kindOf(files.map(({ path }) => path));
}

function asKept({ id, revision, files }: StoredModel): KeptModel {
  return {
    id,
    kind: kindOfFiles(files),
    name: modelName(id),
    bytes: sumBytes(files),
    fileCount: files.length,
    revision: isImported(revision) ? null : revision,
  };
}
