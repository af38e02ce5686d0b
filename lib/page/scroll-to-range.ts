/** Brings words of the page into the middle of what the reader sees, gently where motion is welcome. */
export function scrollToRange(range: Range): void {
  const element = elementOf(range);
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return;
  const isTall = element.getBoundingClientRect().height > view.innerHeight / 2;
  const isStill = isTall || view.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({
    block: "center",
    inline: "nearest",
    behavior: isStill ? "instant" : "smooth",
  });
  if (isTall) scrollWithin(element, range);
}

/** The middle of a long element may be far from the words in it. */
function scrollWithin(element: Element, range: Range): void {
  const scroller = scrollerOf(element);
  const words = range.getBoundingClientRect();
  const isPage = scroller === element.ownerDocument.scrollingElement;
  const top = isPage ? 0 : scroller.getBoundingClientRect().top;
  const middle = top + (scroller.clientHeight - words.height) / 2;
  scroller.scrollBy({ top: words.top - middle, behavior: "instant" });
}

function scrollerOf(element: Element): Element {
  const { documentElement, scrollingElement } = element.ownerDocument;
  for (let at: Element | null = element; at && at !== scrollingElement; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY))
      return at;
  return scrollingElement ?? documentElement;
}

/** The element that words stand in directly. */
function elementOf({ startContainer }: Range): Element | null {
  const root = startContainer.getRootNode();
  return startContainer.parentElement ?? ("host" in root ? (root as ShadowRoot).host : null);
}
