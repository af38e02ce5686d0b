import { useState } from "preact/hooks";
import { type Pack, packs } from "../lib/models/catalogue/packs.ts";
import { languageName, packName, packOf } from "../lib/models/packs.ts";
import type { KeptModel } from "../lib/options/kept-models.ts";
import type { Models } from "../lib/options/models.ts";
import { inWords } from "./bytes.ts";
import { ModelSteps } from "./ModelSteps.tsx";
import { RemoveButton } from "./RemoveButton.tsx";
import { WorkSteps } from "./WorkSteps.tsx";

/** Languages that are translated from or to English, by their English names. */
const languages = [...new Set(packs.flatMap(({ from, to }) => [from, to]))]
  .filter((code) => code !== "en")
  .toSorted((a, b) => languageName(a).localeCompare(languageName(b)));

/** All about packs: those here, and those that a language has. */
export function PacksPage({ models }: { models: Models }) {
  const [chosen, setChosen] = useState("");
  const onTheirWay = models.fetching.downloads.value.flatMap(
    ({ modelId }) => packOf(modelId) ?? [],
  );
  const ofChosen = packs.filter(({ from, to }) => from === chosen || to === chosen);
  const shown = [...new Map([...onTheirWay, ...ofChosen].map((pack) => [pack.id, pack])).values()];
  const isHere = ({ id }: Pack) => models.kept.packs.value.some((kept) => kept.id === id);
  return (
    <>
      <p>
        A pack translates from one language into another on this machine, quickly and without a
        language model. Between two languages of which neither is English, Sotto goes through
        English, with two packs.
      </p>
      <KeptPacks models={models} />
      <label class="choice">
        Packs for
        <select value={chosen} onChange={({ currentTarget: { value } }) => setChosen(value)}>
          <option value="">choose a language</option>
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </label>
      {chosen !== "" && <PairFacts ofLanguage={ofChosen} language={chosen} />}
      <ul class="offers">
        {shown
          .filter((pack) => !isHere(pack))
          .map((pack) => (
            <li key={pack.id}>
              <PackOffer {...{ pack, models }} />
            </li>
          ))}
      </ul>
    </>
  );
}

/** What a language costs: "German ⇄ English, 2 × about 112 MB". */
function PairFacts({ ofLanguage, language }: { ofLanguage: readonly Pack[]; language: string }) {
  const sizes = ofLanguage.map(({ weights }) => weights[0]?.aboutBytes ?? 0);
  const isBothWays = ofLanguage.length === 2;
  return (
    <p>
      {languageName(language)} {isBothWays ? "⇄" : "→"} English, {isBothWays ? "2 × " : ""}about{" "}
      {inWords(Math.max(...sizes))}
      {isBothWays ? "." : ". The hub has no pack that goes the other way."}
    </p>
  );
}

function PackOffer({ pack, models: { fetching } }: { pack: Pack; models: Models }) {
  return (
    <>
      <h4>{packName(pack)}</h4>
      <p class="facts">
        <span>{pack.licence.name}</span>
        <span>{pack.licence.terms}</span>
      </p>
      {pack.caution && <p class="caution">{pack.caution}</p>}
      <ModelSteps model={{ id: pack.id, name: packName(pack) }} fetching={fetching} />
    </>
  );
}

function KeptPacks({ models }: { models: Models }) {
  const { kept } = models;
  if (kept.packs.value.length === 0) return <p>There is no pack on this machine yet.</p>;
  return (
    <ul class="kept-models" aria-label="Packs on this machine">
      {kept.packs.value.map((pack) => (
        <li key={pack.id}>
          <KeptPack {...{ pack, models }} />
        </li>
      ))}
    </ul>
  );
}

function KeptPack({ pack, models: { kept, fetching } }: { pack: KeptModel; models: Models }) {
  const work = kept.work.value;
  const isWorkedOn = "modelId" in work && work.modelId === pack.id;
  return (
    <>
      <p class="kept-model">
        {pack.name} <span class="caption">{inWords(pack.bytes)}</span>
      </p>
      <div class="actions">
        <button type="button" class="quiet" onClick={() => kept.verify(pack)}>
          Check the files <span class="visually-hidden">of {pack.name}</span>
        </button>
        <RemoveButton
          name={pack.name}
          question="Remove from this machine?"
          onRemove={() => kept.remove(pack.id)}
        />
      </div>
      {isWorkedOn && <WorkSteps work={work} kept={kept} onMend={(id) => void fetching.mend(id)} />}
    </>
  );
}
