import { useState } from "preact/hooks";
import type { Models } from "../lib/options/models.ts";
import type { Offer } from "../lib/options/offers.ts";
import { ModelFacts } from "./ModelFacts.tsx";
import { ModelSteps } from "./ModelSteps.tsx";

interface Props {
  models: Models;
  /** The keys that are set for the toolbar button; null if there are none. */
  toolbarKeys: string | null;
  /** The keys that are set for rewriting; null if there are none. */
  rewriteKeys: string | null;
  onOpenOptions: () => void;
}

/** What a reader sees once, after Sotto was installed. */
export function WelcomePage({ models, onOpenOptions, ...keys }: Props) {
  const [isDeclined, setIsDeclined] = useState(false);
  return (
    <main class="page">
      <header class="page-top">
        <h1>Sotto</h1>
        <p class="lead">It reads with you and tells no one.</p>
      </header>
      <FirstSteps {...keys} />
      <p>
        What you read never leaves this machine. Sotto reads a page only when you ask, and the part
        of it that sees your text has no network.
      </p>
      {isDeclined ? (
        <p aria-live="polite">
          All right: Sotto works without a model. You can get one at any time, in the panel or in
          the settings.
        </p>
      ) : (
        <FirstModel models={models} onDecline={() => setIsDeclined(true)} />
      )}
      <div class="actions aligned">
        <button type="button" class="quiet" onClick={onOpenOptions}>
          All models and settings…
        </button>
      </div>
    </main>
  );
}

function FirstSteps({ toolbarKeys, rewriteKeys }: Pick<Props, "toolbarKeys" | "rewriteKeys">) {
  return (
    <>
      <p>
        Open a page and press Sotto’s toolbar button
        {toolbarKeys !== null && (
          <>
            , or <kbd>{toolbarKeys}</kbd>
          </>
        )}
        . A summary in the page’s own sentences stands there at once. Select a part of the page
        first to summarize only that.
      </p>
      <p>
        To have text rewritten, as in a mail that you are writing, select it and right-click it
        {rewriteKeys !== null && (
          <>
            , or press <kbd>{rewriteKeys}</kbd>
          </>
        )}
        . Nothing is changed before you have seen it.
      </p>
    </>
  );
}

function FirstModel({ models, onDecline }: { models: Models; onDecline: () => void }) {
  const recommended = models.offers.recommended.value;
  const here = models.kept.all.value.find(({ id }) => id === models.kept.chosenId.value);
  if (here)
    return (
      <p aria-live="polite">
        {here.name} is on this machine and writes your summaries. Open a page and try it.
      </p>
    );
  if (!models.offers.all.value)
    return (
      <p aria-live="polite">
        {models.offers.problem.value
          ? "Sotto could not find out what this device can run. The settings can look again."
          : "Looking at what this device can run…"}
      </p>
    );
  if (!recommended)
    return (
      <p>
        No model that Sotto offers would run on this device. Instant summaries need none, and work
        as they are.
      </p>
    );
  return <Offered {...{ models, recommended, onDecline }} />;
}

interface OfferedProps {
  models: Models;
  recommended: Offer;
  onDecline: () => void;
}

function Offered({ models: { fetching }, recommended, onDecline }: OfferedProps) {
  const { model, fit } = recommended;
  const isBegun = fetching.downloads.value.some(({ modelId }) => modelId === model.id);
  return (
    <section class="card" aria-label="A model">
      <h2>For summaries in other words, get a model</h2>
      <p>
        It is fetched once and then runs on this machine, without a network. This one suits your
        device:
      </p>
      <h3>{model.name}</h3>
      <ModelFacts {...{ model, fit }} />
      <ModelSteps
        {...{ model, fetching }}
        isMain
        besides={
          <button type="button" onClick={onDecline}>
            Not now
          </button>
        }
      />
      {isBegun && <p class="small-print">It goes on when you close this page.</p>}
    </section>
  );
}
