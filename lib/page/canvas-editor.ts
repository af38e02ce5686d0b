/**
 * Whether what has the focus only catches keys for an editor that draws its text itself, as those on
 * a canvas do: it takes no room that a reader could see.
 */
export function isKeyCatcher(field: HTMLElement): boolean {
  const window = field.ownerDocument.defaultView;
  if (!window) return false;
  const frame = window.frameElement;
  if (frame && (isUnseen(frame) || frame.matches(".docs-texteventtarget-iframe"))) return true;
  return isUnseen(field);
}

function isUnseen(element: Element): boolean {
  const { width, height, right } = element.getBoundingClientRect();
  const isTiny = width < 4 || height < 4;
  // Up and down readers scroll, so what is above the window need not be hidden.
  const isBeside = right + (element.ownerDocument.defaultView?.scrollX ?? 0) < 0;
  return isTiny || isBeside || !element.checkVisibility({ opacityProperty: true });
}
