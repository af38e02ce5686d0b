/** What text can be set in, by the element that does it; a link comes with its address as written. */
export type Mark = "strong" | "em" | "u" | "s" | "code" | `a ${string}`;

/** A stretch of text and what all of it is set in, in the order of the alphabet. */
export interface Run {
  text: string;
  marks: readonly Mark[];
}

/** What an element itself sets its text in, by its name or its own style. */
export function marksOf(element: Element): Mark[] {
  const href = element.localName === "a" ? element.getAttribute("href") : null;
  if (href !== null) return [`a ${href}`];
  if (element.matches("pre code")) return []; // a block of code, whose paragraph says so
  const mark = markOfName.get(element.localName);
  return mark ? [mark] : marksOfStyle(element);
}

/** What the elements around a node, up to an editing host, set its text in. */
export function marksAround(node: Node, host: Element): Mark[] {
  const marks = new Set<Mark>();
  let element = node instanceof Element ? node : node.parentElement;
  for (; element && element !== host; element = element.parentElement)
    for (const mark of marksOf(element)) marks.add(mark);
  return [...marks].toSorted();
}

const markOfName: ReadonlyMap<string, Mark> = new Map([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "em"],
  ["em", "em"],
  ["u", "u"],
  ["s", "s"],
  ["strike", "s"],
  ["code", "code"],
]);

/** Some editors write spans with a style of their own. */
function marksOfStyle(element: Element): Mark[] {
  if (!(element instanceof HTMLElement) || element.localName !== "span") return [];
  const { fontWeight, fontStyle, textDecorationLine } = element.style;
  const marks: Mark[] = [];
  if (/^(bold|[6-9]00)$/.test(fontWeight)) marks.push("strong");
  if (fontStyle === "italic") marks.push("em");
  if (textDecorationLine.includes("underline")) marks.push("u");
  if (textDecorationLine.includes("line-through")) marks.push("s");
  return marks;
}
