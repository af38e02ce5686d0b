import type { KeptModel } from "../lib/options/kept-models.ts";
import type { Models } from "../lib/options/models.ts";
import { inWords } from "./bytes.ts";
import { RemoveButton } from "./RemoveButton.tsx";
import { WorkSteps } from "./WorkSteps.tsx";

interface Props {
  models: Models;
  /** Copies a model's files to a folder that the reader picks; null where the browser cannot. */
  onExport: ((modelId: string) => void) | null;
}

/** The models on this machine: one to use, any to check, copy or remove. */
export function KeptModelsList({ models, onExport }: Props) {
  const { kept } = models;
  return (
    <fieldset class="kept-models">
      <legend class="visually-hidden">Model for answers</legend>
      <ul>
        {kept.all.value.map((model) => (
          <li key={model.id}>
            <ModelChoice model={model} kept={kept} />
            <div class="actions">
              <button type="button" class="quiet" onClick={() => kept.verify(model)}>
                Check the files <span class="visually-hidden">of {model.name}</span>
              </button>
              {onExport && (
                <button type="button" class="quiet" onClick={() => onExport(model.id)}>
                  Export to a folder… <span class="visually-hidden">{model.name}</span>
                </button>
              )}
              <RemoveButton
                name={model.name}
                question="Remove from this machine?"
                onRemove={() => kept.remove(model.id)}
              />
            </div>
            <WorkOn model={model} models={models} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function ModelChoice({ model, kept }: { model: KeptModel; kept: Models["kept"] }) {
  const { id, name, bytes, fileCount, revision } = model;
  return (
    <div class="kept-model">
      <label>
        <input
          type="radio"
          name="model"
          checked={id === kept.chosenId.value}
          onChange={() => kept.choose(id)}
        />
        {name}
      </label>
      <p class="facts">
        <span>{inWords(bytes)}</span>
        <span>
          {fileCount} {fileCount === 1 ? "file" : "files"}
        </span>
        <span>{revision === null ? "from this machine" : `revision ${revision.slice(0, 8)}`}</span>
      </p>
    </div>
  );
}

function WorkOn({ model, models }: { model: KeptModel; models: Models }) {
  const work = models.kept.work.value;
  if (!("modelId" in work) || work.modelId !== model.id) return null;
  return (
    <WorkSteps work={work} kept={models.kept} onMend={(id) => void models.fetching.mend(id)} />
  );
}
