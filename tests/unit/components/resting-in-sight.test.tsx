// @vitest-environment happy-dom
import { useRef } from "preact/hooks";
import { expect, test } from "vitest";
import { useRestingInSight } from "../../../components/resting-in-sight.ts";
import { draw, drawn } from "./draw.ts";

let scrolledTo: string[] = [];

function Sentence({ name, top }: { name: string; top: number }) {
  const place = (element: HTMLElement | null) => {
    if (!element) return;
    element.getBoundingClientRect = () => new DOMRect(0, top, 100, 20);
    element.scrollIntoView = () => void scrolledTo.push(name);
  };
  return <span class="resting" ref={place} />;
}

/** An answer whose only resting sentence is far above what is in sight. */
function FarAnswer() {
  const region = useRef<HTMLElement>(null);
  useRestingInSight(region, null);
  return (
    <section ref={region}>
      <Sentence name="far" top={-2_000} />
    </section>
  );
}

test.each([
  ["is brought there where no sentence that rests on the passage is", 3_000, ["far"]],
  ["stays where it is while a sentence of another answer is in sight", 50, []],
])("what is out of sight %s", async (_promise, top, expected) => {
  scrolledTo = [];
  draw(
    <>
      <FarAnswer />
      <Sentence name="other" top={top} />
    </>,
  );
  await drawn();
  expect(scrolledTo).toEqual(expected);
});
