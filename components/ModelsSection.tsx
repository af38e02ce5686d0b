import type { ModelChoice, Models, ModelsActivity } from "../lib/panel/models.ts";
import { GetModel, type GetModelActions } from "./GetModel.tsx";
import { StoredModels } from "./StoredModels.tsx";

interface Props {
  stored: readonly ModelChoice[];
  chosenId: string | null;
  recommended: ModelChoice | null;
  activity: ModelsActivity;
  /** Whether a summary of the page's own sentences is shown. */
  showsDraft: boolean;
  actions: GetModelActions & Pick<Models, "choose" | "remove">;
}

/** The reader's models; a quiet offer to get the first one where there is none. */
export function ModelsSection({ stored, chosenId, recommended, activity, ...rest }: Props) {
  const { showsDraft, actions } = rest;
  const isStored = stored.some(({ id }) => id === recommended?.id);
  const get = <GetModel offer={isStored ? null : recommended} {...{ activity, actions }} />;
  const isQuiet = activity.kind === "idle" || activity.kind === "failed";
  if (stored.length === 0) {
    return (
      <section class="models card" aria-label="Models">
        <h2>Models</h2>
        {isQuiet && <p>{showsDraft ? offerAfterDraft : offerAtFirst}</p>}
        {get}
      </section>
    );
  }
  const chosen = stored.find(({ id }) => id === chosenId);
  return (
    <section class="models" aria-label="Models">
      <details open={!chosen}>
        <summary>
          <h2>Models</h2>
          <span class="chosen">{chosen?.name ?? "none chosen"}</span>
        </summary>
        <StoredModels {...{ stored, chosenId, actions }} />
        {get}
      </details>
    </section>
  );
}

const offerAfterDraft =
  "This summary was made of the page’s own sentences. For one in other words, fetch a model: " +
  "once, kept on this machine.";

const offerAtFirst =
  "Sotto answers at once with the page’s own sentences. For summaries in other words, fetch a " +
  "model: once, kept on this machine.";
