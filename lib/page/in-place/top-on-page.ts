/** Whether what is in an element can be seen; a page's title is, above the page. */
export function isSeen(element: Element): boolean {
  return element.localName === "title" || element.checkVisibility({ visibilityProperty: true });
}

/** Where a box of an element's document stands, in CSS pixels from the top of the tab's page. */
export function topOnPage(box: DOMRect, { ownerDocument }: Element): number {
  let top = box.top + scrollY;
  let frame = ownerDocument.defaultView?.frameElement;
  for (; frame; frame = frame.ownerDocument.defaultView?.frameElement)
    top += frame.getBoundingClientRect().top;
  return top;
}
