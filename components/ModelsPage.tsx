import { useEffect, useState } from "preact/hooks";
import { type CatalogueModel, modelName } from "../lib/models/catalogue.ts";
import type { ModelChoice } from "../lib/options/fetching.ts";
import type { Models } from "../lib/options/models.ts";
import type { Offer } from "../lib/options/offers.ts";
import { packOf } from "../lib/models/packs.ts";
import { FilesButton } from "./FilesButton.tsx";
import { HubIdForm } from "./HubIdForm.tsx";
import { KeptModelsList } from "./KeptModelsList.tsx";
import { ModelFacts } from "./ModelFacts.tsx";
import { ModelSteps } from "./ModelSteps.tsx";
import { Notice } from "./Notice.tsx";
import { WorkSteps } from "./WorkSteps.tsx";

/** What a reader can do with models besides fetching them. */
export interface ModelActions {
  onImportFolder: (files: readonly File[]) => void;
  onImportZip: (files: readonly File[]) => void;
  /** Null where the browser has no way to write into a folder. */
  onExport: ((modelId: string) => void) | null;
}

interface Props {
  models: Models;
  actions: ModelActions;
}

/** All about models: those here, those on offer, and other ways to get one. */
export function ModelsPage({ models, actions }: Props) {
  const offers = models.offers.all.value;
  return (
    <>
      <Here {...{ models, actions }} />
      {offers ? <OnOffer {...{ models, offers }} /> : <Looking offers={models.offers} />}
      <Otherwise {...{ models, actions }} />
    </>
  );
}

function Looking({ offers }: Pick<Models, "offers">) {
  const problem = offers.problem.value;
  if (!problem) return <p aria-live="polite">Looking at what this device can run…</p>;
  return (
    <>
      <Notice error={problem} />
      <div class="actions">
        <button type="button" onClick={() => void offers.check()}>
          Look again
        </button>
      </div>
    </>
  );
}

function Here({ models, actions }: Props) {
  const { kept, fetching, isKnown } = models;
  if (!isKnown.value) return null;
  return (
    <section aria-label="On this machine">
      <h3>On this machine</h3>
      {kept.all.value.length === 0 ? (
        <p>There is no model yet. Instant summaries need none.</p>
      ) : (
        <>
          <KeptModelsList models={models} onExport={actions.onExport} />
          <p class="small-print">
            Models are kept in this browser’s private storage for Sotto, where no page and no other
            program looks. Removing Sotto from the browser removes them too.
          </p>
        </>
      )}
      {isOfModelGone(models) && (
        <WorkSteps work={kept.work.value} kept={kept} onMend={(id) => void fetching.mend(id)} />
      )}
    </section>
  );
}

/** Whether something was found of a model that is no longer whole, and so not listed. */
function isOfModelGone({ kept }: Models): boolean {
  const work = kept.work.value;
  if (!("modelId" in work) || work.modelId === null) return false;
  const here = [...kept.all.value, ...kept.packs.value];
  return !here.some(({ id }) => id === work.modelId);
}

const tiers: Record<CatalogueModel["tier"], string> = {
  light: "Light: small and quick",
  balanced: "Balanced",
  quality: "Quality: large, slow, better",
};

function OnOffer({ models, offers }: { models: Models; offers: readonly Offer[] }) {
  const recommended = models.offers.recommended.value;
  const isHere = ({ model }: Offer) => models.kept.all.value.some(({ id }) => id === model.id);
  const first = recommended && !isHere(recommended) ? recommended : null;
  const others = offers.filter((offer) => offer.model.id !== first?.model.id && !isHere(offer));
  return (
    <>
      {first && (
        <section class="card" aria-label="Recommended">
          <h3>Recommended for this device</h3>
          <OfferView offer={first} models={models} isMain />
        </section>
      )}
      <section aria-label="Other models">
        <h3>Other models</h3>
        <p class="small-print">
          Times are predicted from a short test of this device, for a page of 900 words.
        </p>
        {(["light", "balanced", "quality"] as const).map((tier) => (
          <Tier
            key={tier}
            title={tiers[tier]}
            offers={others.filter(({ model }) => model.tier === tier)}
            models={models}
          />
        ))}
      </section>
    </>
  );
}

/** Open while one of its models is on its way, so that a download is never out of sight. */
function Tier({ title, offers, models }: { title: string; offers: Offer[]; models: Models }) {
  const [isOpen, setIsOpen] = useState(false);
  const isBusy = offers.some(({ model }) =>
    models.fetching.downloads.value.some(({ modelId }) => modelId === model.id),
  );
  useEffect(() => {
    if (isBusy) setIsOpen(true);
  }, [isBusy]);
  if (offers.length === 0) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        {title} <span class="caption">{offers.length}</span>
      </summary>
      <ul class="offers">
        {offers.map((offer) => (
          <li key={offer.model.id}>
            <OfferView offer={offer} models={models} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface OfferProps {
  offer: Offer;
  models: Models;
  isMain?: boolean;
}

function OfferView({ offer: { model, fit }, models: { fetching }, isMain = false }: OfferProps) {
  return (
    <>
      <h4>{model.name}</h4>
      <ModelFacts {...{ model, fit }} />
      {fit.kind === "fits" && <ModelSteps {...{ model, fetching, isMain }} />}
    </>
  );
}

function Otherwise({ models, actions }: Props) {
  const { fetching, kept } = models;
  const work = kept.work.value;
  const isImport = work.kind === "importing" || (work.kind === "failed" && work.modelId === null);
  return (
    <section aria-label="Another model">
      <h3>Another model</h3>
      <HubIdForm onAsk={(model) => void fetching.ask(model)} />
      {strangers(models).map((model) => (
        <ModelSteps key={model.id} {...{ model, fetching }} />
      ))}
      <p>
        A model that is on your disk needs no network: a folder or a zip of it, such as Sotto
        exports.
      </p>
      <div class="actions">
        <FilesButton label="Import a folder…" pick="folder" onPick={actions.onImportFolder} />
        <FilesButton label="Import a zip…" pick=".zip" onPick={actions.onImportZip} />
      </div>
      {isImport && <WorkSteps {...{ work, kept }} onMend={(id) => void fetching.mend(id)} />}
    </section>
  );
}

/** Models on their way, or asked about, that are not on offer. */
function strangers({ offers, fetching, kept }: Models): ModelChoice[] {
  const inquiry = fetching.inquiry.value;
  const asked = inquiry.kind === "none" ? [] : [inquiry.model.id];
  const ids = new Set([...asked, ...fetching.downloads.value.map(({ modelId }) => modelId)]);
  const isOnOffer = (id: string) =>
    offers.all.value?.some(({ model, fit }) => model.id === id && fit.kind === "fits") &&
    !kept.all.value.some((model) => model.id === id);
  return [...ids]
    .filter((id) => !isOnOffer(id) && !packOf(id))
    .map((id) => ({ id, name: modelName(id) }));
}
