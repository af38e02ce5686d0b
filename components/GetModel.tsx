import type { ModelChoice, Models, ModelsActivity } from "../lib/panel/models.ts";
import { inWords, partInWords } from "./bytes.ts";
import { FolderButton } from "./FolderButton.tsx";
import { Notice } from "./Notice.tsx";

/** What a reader can do to get a model. */
export type GetModelActions = Pick<Models, "askSize" | "fetchModel" | "importFolder" | "stop">;

interface Props {
  /** The model to offer; null if there is none to offer. */
  offer: ModelChoice | null;
  activity: ModelsActivity;
  actions: GetModelActions;
}

/** Gets a model from the hub or from a folder; nothing is fetched before its size was shown. */
export function GetModel({ offer, activity, actions }: Props) {
  switch (activity.kind) {
    case "idle":
      return <Ways {...{ offer, actions }} />;
    case "failed":
      return (
        <>
          <Notice error={activity.error} />
          <Ways {...{ offer, actions }} />
        </>
      );
    case "asking-size": {
      const words = `Asking huggingface.co how large ${activity.model.name} is`;
      return <Work words={words} stopName="Stop asking" onStop={() => actions.stop()} />;
    }
    case "offered":
      return <Offer {...activity} actions={actions} />;
    case "fetching": {
      const words = `Fetching ${activity.model.name}`;
      return (
        <Work {...activity} words={words} stopName="Stop fetching" onStop={() => actions.stop()} />
      );
    }
    case "importing":
      return (
        <Work
          {...activity}
          words="Copying the model"
          stopName="Stop copying"
          onStop={() => actions.stop()}
        />
      );
  }
}

function Ways({ offer, actions }: Pick<Props, "offer" | "actions">) {
  return (
    <div class="actions">
      {offer && (
        <button type="button" onClick={() => actions.askSize(offer)}>
          Fetch {offer.name}
        </button>
      )}
      <FolderButton onPick={(files) => actions.importFolder(files)} />
    </div>
  );
}

function Offer({
  model,
  totalBytes,
  actions,
}: Extract<ModelsActivity, { kind: "offered" }> & Pick<Props, "actions">) {
  return (
    <>
      <p>
        {model.name} is {inWords(totalBytes)}. It comes from huggingface.co, once, and stays on this
        machine until you remove it.
      </p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => actions.fetchModel(model)}>
          Fetch {inWords(totalBytes)}
        </button>
        <button type="button" onClick={() => actions.stop()}>
          Not now
        </button>
      </div>
    </>
  );
}

interface WorkProps {
  words: string;
  loadedBytes?: number;
  totalBytes?: number;
  stopName: string;
  onStop: () => void;
}

function Work({ words, loadedBytes = 0, totalBytes = 0, stopName, onStop }: WorkProps) {
  return (
    <>
      <p aria-live="polite">
        {words}
        {/* too fast a change to be announced; the bar can be asked for it */}
        {loadedBytes > 0 && (
          <span aria-hidden="true">: {partInWords(loadedBytes, totalBytes)}</span>
        )}
      </p>
      {totalBytes > 0 ? (
        <progress aria-label={words} value={loadedBytes} max={totalBytes} />
      ) : (
        <progress aria-label={words} />
      )}
      <div class="actions">
        <button type="button" onClick={onStop}>
          {stopName}
        </button>
      </div>
    </>
  );
}
