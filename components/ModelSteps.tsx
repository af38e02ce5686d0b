import type { ComponentChildren } from "preact";
import type { Fetching, ModelChoice } from "../lib/options/fetching.ts";
import { stepOf } from "./model-step.ts";
import { Notice } from "./Notice.tsx";
import { ProgressBar } from "./ProgressBar.tsx";

interface Props {
  model: ModelChoice;
  fetching: Fetching;
  /** Whether nothing near it is more important to press. */
  isMain?: boolean;
  /** Another button, while nothing is asked or on its way. */
  besides?: ComponentChildren;
}

/**
 * A model's way here: the offer, its size, its download. The first button stays the same element
 * from step to step, so that the keyboard's focus stays on it.
 */
export function ModelSteps({ model, fetching, isMain = false, besides }: Props) {
  const download = fetching.downloads.value.find(({ modelId }) => modelId === model.id);
  const inquiry = fetching.inquiry.value;
  const { error, words, figures, bar, first, second } = stepOf(
    model,
    { download, inquiry },
    fetching,
  );
  const isPrimary = first.kind === "begin" || (first.kind === "offer" && isMain);
  return (
    <div class="model-steps">
      <Notice error={error} />
      <p aria-live="polite">
        {words}
        {figures !== null && <span aria-hidden="true">: {figures}</span>}
      </p>
      {bar && <ProgressBar name={words ?? model.name} {...bar} />}
      <div class="actions">
        <button type="button" class={isPrimary ? "primary" : ""} onClick={first.press}>
          {first.label}
        </button>
        {second && (
          <button type="button" onClick={second.press}>
            {second.label}
          </button>
        )}
        {first.kind === "offer" && besides}
      </div>
    </div>
  );
}
