/** Told by numbers, since a frame's elements are of the frame's own `Element`, not of ours. */
export function isElement(node: unknown): node is Element {
  return isOfType(node, 1);
}

export function isText(node: unknown): node is Text {
  return isOfType(node, 3);
}

export function isShadow(node: unknown): node is ShadowRoot {
  return isOfType(node, 11) && "host" in node;
}

/** A frame shows a page of its own, into which one can look if it is of the same site. */
export function isFrame(node: unknown): node is HTMLIFrameElement {
  return isElement(node) && /^i?frame$/.test(node.localName);
}

function isOfType(node: unknown, type: number): node is Node {
  return typeof node === "object" && node !== null && Reflect.get(node, "nodeType") === type;
}
