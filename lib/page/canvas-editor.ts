/**
 * Whether what has the focus only catches keys for an editor that draws its text itself, as those on
 * a canvas do: it takes no room that a reader could see.
 */
export function isKeyCatcher(field: HTMLElement): boolean {
  const window = field.ownerDocument.defaultView;
  if (!window) return false;
  const frame = window.frameElement;
  if (frame && isUnseen(frame)) return true;
  return isUnseen(field);
}

function isUnseen(element: Element): boolean {
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const isTiny = width < 4 || height < 4;
  const isOutside = right + scrollX < 0 || bottom + scrollY < 0;
  return isTiny || isOutside || !element.checkVisibility({ opacityProperty: true });
}
