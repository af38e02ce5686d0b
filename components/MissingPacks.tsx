import type { Pack } from "../lib/models/catalogue/packs.ts";
import { packName } from "../lib/models/packs.ts";
import type { Models } from "../lib/options/models.ts";
import { ModelSteps } from "./ModelSteps.tsx";

interface Props {
  /** At least one. */
  missing: readonly Pack[];
  models: Models;
}

/** Packs that a translation needs and that are not on this machine, each with what it takes. */
export function MissingPacks({ missing, models }: Props) {
  return (
    <>
      <p class="notice">
        {missing.length === 1
          ? "This needs a translation pack. It is fetched once and then works without a network."
          : `This needs ${missing.length} translation packs. They are fetched once and then work ` +
            "without a network."}
      </p>
      {missing.map((pack) => (
        <section key={pack.id} aria-label={packName(pack)}>
          {pack.caution && <p class="caution">{pack.caution}</p>}
          <ModelSteps
            model={{ id: pack.id, name: `${packName(pack)} pack` }}
            fetching={models.fetching}
            isMain
          />
        </section>
      ))}
    </>
  );
}
