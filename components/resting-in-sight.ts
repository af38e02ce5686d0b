import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { ShownPassage } from "../lib/panel/showing-passage.ts";

/**
 * Brings a sentence of an answer that rests on the shown passage into sight, where none is of any
 * answer in the panel: the reader may be at another one.
 */
export function useRestingInSight(
  region: RefObject<HTMLElement | null>,
  shown: ShownPassage | null,
): void {
  useEffect(() => {
    const isSeen = [...document.querySelectorAll(".resting")].some(isInSight);
    if (!isSeen) region.current?.querySelector(".resting")?.scrollIntoView({ block: "center" });
  }, [shown?.words]);
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight;
}
