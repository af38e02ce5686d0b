// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ModelFacts } from "../../../components/ModelFacts.tsx";
import { catalogue } from "../../../lib/models/catalogue.ts";
import { type Fit, fitModel } from "../../../lib/models/fit.ts";
import { reportWith } from "../options/played-models.ts";
import { draw } from "./draw.ts";

test.each(catalogue)(
  "tells of $name how large it is, its languages, its licence and what it asks",
  (model) => {
    const root = draw(
      <ModelFacts model={model} fit={fitModel(model, reportWith({ kind: "none" }))} />,
    );
    expect(root.textContent).toMatch(/about [\d.]+ [MG]B/);
    for (const told of [model.languages, model.licence.name, model.licence.terms])
      expect(root.textContent).toContain(told);
    if (model.faithfulness !== null) expect(root.textContent).toContain(model.faithfulness);
  },
);

const [model] = catalogue;
if (!model) throw new Error("the catalogue is empty");
const [weights] = model.weights;
if (!weights) throw new Error("the model has no weights");

test("tells the predicted times no more exactly than they are known", () => {
  const prediction = { firstWordSeconds: 23.4, secondsPer100Words: 178 };
  const root = draw(<ModelFacts model={model} fit={{ kind: "fits", weights, prediction }} />);
  expect(root.textContent).toContain(
    "about 25 s to the first word, then about 3 min per 100 words",
  );
});

test("promises no times where the device was not measured", () => {
  const root = draw(<ModelFacts model={model} fit={{ kind: "fits", weights, prediction: null }} />);
  expect(root.textContent).not.toMatch(/first word|NaN|null/);
  expect(root.textContent).toContain("could not be measured");
});

const numbers = { neededBytes: 3.2e9, availableBytes: 1.5e9 };

test.each<[fit: Fit, words: string[]]>([
  [{ kind: "unfit", reason: "needs-webgpu" }, ["WebGPU"]],
  [{ kind: "unfit", reason: "needs-shader-f16" }, ["16-bit"]],
  [{ kind: "unfit", reason: "buffer-too-small", ...numbers }, ["3.2 GB", "1.5 GB", "graphics"]],
  [{ kind: "unfit", reason: "too-little-memory", ...numbers }, ["3.2 GB", "1.5 GB", "memory"]],
  [{ kind: "unfit", reason: "too-little-space", ...numbers }, ["3.2 GB", "1.5 GB", "disk"]],
])("says why it does not run here: $0.reason", (fit, words) => {
  const reason = draw(<ModelFacts model={model} fit={fit} />).querySelector(".misfit")?.textContent;
  expect(reason).toMatch(/^Does not run here: .+\.$/);
  for (const word of words) expect(reason).toContain(word);
});
