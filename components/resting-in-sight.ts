import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { ShownPassage } from "../lib/panel/showing-passage.ts";

/** Brings a sentence that rests on the shown passage into sight where none of them is. */
export function useRestingInSight(
  region: RefObject<HTMLElement | null>,
  shown: ShownPassage | null,
): void {
  useEffect(() => {
    const resting = [...(region.current?.querySelectorAll(".resting") ?? [])];
    if (!resting.some(isInSight)) resting[0]?.scrollIntoView({ block: "center" });
  }, [shown?.words]);
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight;
}
