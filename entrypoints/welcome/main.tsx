import { render } from "preact";
import { WelcomePage } from "../../components/WelcomePage.tsx";
import { openOptions } from "../../lib/browser/open-page.ts";
import { readKeys } from "../../lib/browser/shortcuts.ts";
import { createModels } from "../../lib/options/models.ts";
import { modelsSurroundings } from "../sidepanel/models-surroundings.ts";

const models = createModels(modelsSurroundings);

const root = document.querySelector("#page");
if (root) {
  render(
    <WelcomePage
      models={models}
      toolbarKeys={await readKeys("_execute_action")}
      rewriteKeys={await readKeys("rewrite-selection")}
      onOpenOptions={() => void openOptions()}
    />,
    root,
  );
}

await Promise.all([models.refresh(), models.offers.check()]);
