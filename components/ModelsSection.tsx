import type { ModelChoice } from "../lib/options/fetching.ts";
import type { Models } from "../lib/options/models.ts";
import { FilesButton } from "./FilesButton.tsx";
import { ModelSteps } from "./ModelSteps.tsx";
import { WorkSteps } from "./WorkSteps.tsx";

interface Props {
  models: Models;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
  /** Whether a summary of the page's own sentences is shown. */
  showsDraft: boolean;
  onUseFolder: (files: readonly File[]) => void;
  onOpenOptions: () => void;
}

/** The panel's few words about models; a quiet offer to get the first one where there is none. */
export function ModelsSection({ models, nameOf, showsDraft, ...actions }: Props) {
  const { all, chosenId } = models.kept;
  const ways = <Ways {...{ models, nameOf }} {...actions} />;
  if (all.value.length === 0) {
    const isQuiet =
      models.fetching.downloads.value.length === 0 && models.kept.work.value.kind === "none";
    return (
      <section class="models card" aria-label="Models">
        <h2>Models</h2>
        {isQuiet && <p>{showsDraft ? offerAfterDraft : offerAtFirst}</p>}
        {ways}
      </section>
    );
  }
  const chosen = all.value.find(({ id }) => id === chosenId.value);
  return (
    <section class="models" aria-label="Models">
      {/* what else to offer is looked up only for who wants to know: it takes the machine a second */}
      <details onToggle={({ currentTarget }) => currentTarget.open && void models.offers.check()}>
        <summary>
          <h2>Models</h2>
          <span class="chosen">{chosen?.name}</span>
        </summary>
        <Switch models={models} />
        {ways}
      </details>
    </section>
  );
}

/** Which of the models here answers. */
function Switch({ models: { kept } }: Pick<Props, "models">) {
  return (
    <fieldset class="model-switch">
      <legend class="visually-hidden">Model for answers</legend>
      {kept.all.value.map(({ id, name }) => (
        <label key={id}>
          <input
            type="radio"
            name="model"
            checked={id === kept.chosenId.value}
            onChange={() => kept.choose(id)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** How to get a model: the one offer, what is on its way, a folder, or the page with all of it. */
function Ways({ models, nameOf, onUseFolder, onOpenOptions }: Omit<Props, "showsDraft">) {
  const { fetching, kept } = models;
  const shown = shownHere(models, nameOf);
  const isFirst = kept.all.value.length === 0;
  const isFetching = fetching.downloads.value.some(({ state }) => goesOn.has(state.kind));
  return (
    <>
      {isFirst && shown.length === 0 && <p aria-live="polite">{whyNoOffer(models)}</p>}
      {shown.map((model) => (
        <ModelSteps key={model.id} {...{ model, fetching }} isMain={isFirst} />
      ))}
      {isFetching && <p class="small-print">It goes on when you close this panel.</p>}
      <WorkSteps work={kept.work.value} kept={kept} onMend={(id) => void fetching.mend(id)} />
      <div class="actions aligned">
        <FilesButton label="Use a folder…" pick="folder" onPick={onUseFolder} isQuiet />
        <button type="button" class="quiet" onClick={onOpenOptions}>
          All models and settings…
        </button>
      </div>
    </>
  );
}

function whyNoOffer({ offers }: Models): string {
  if (offers.problem.value)
    return "Sotto could not find out what this device can run. The settings can look again.";
  return offers.all.value
    ? "No model that Sotto offers would run on this device."
    : "Looking at what this device can run…";
}

const goesOn: ReadonlySet<string> = new Set(["listing", "fetching", "waiting"]);

/** The recommended model unless it is here, and every model on its way. */
function shownHere({ kept, fetching, offers }: Models, nameOf: Props["nameOf"]): ModelChoice[] {
  const recommended = offers.recommended.value?.model;
  const isHere = kept.all.value.some(({ id }) => id === recommended?.id);
  const offered = recommended && !isHere ? [recommended] : [];
  const onTheirWay = fetching.downloads.value
    .filter(({ modelId }) => modelId !== offered[0]?.id)
    .map(({ modelId }) => ({ id: modelId, name: nameOf(modelId) }));
  return [...offered, ...onTheirWay];
}

const offerAfterDraft =
  "This summary was made of the page’s own sentences. For one in other words, fetch a model: " +
  "once, kept on this machine.";

const offerAtFirst =
  "Sotto answers at once with the page’s own sentences. For summaries in other words, fetch a " +
  "model: once, kept on this machine.";
