import { type Mark, marksOf, type Run } from "./marks.ts";

/**
 * Text as HTML with what it is set in, made as elements so that no character of it is taken for
 * markup. Every line is a paragraph; one line alone is not, and joins what stands around it.
 */
export function htmlOf(runs: readonly Run[]): string {
  const inert = document.implementation.createHTMLDocument();
  const paragraphs = linesOf(runs).map((line) => paragraphOf(line, inert));
  const [only, ...others] = paragraphs;
  if (only && others.length === 0) return only.getHTML();
  inert.body.append(...paragraphs);
  return inert.body.getHTML();
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { text, marks } of runs)
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, marks });
    }
  return lines;
}

function paragraphOf(line: readonly Run[], inert: Document): HTMLElement {
  const paragraph = inert.createElement("p");
  for (const run of line) appendRun(paragraph, run);
  if (line.length === 0) paragraph.append(inert.createElement("br"));
  return paragraph;
}

/** Puts a run at the end of a line, inside of the elements there that set it in what it is set in. */
function appendRun(line: HTMLElement, { text, marks }: Run): void {
  let parent: Element = line;
  for (const mark of marks) {
    const last = parent.lastElementChild;
    const goesOn = last !== null && last === parent.lastChild && marksOf(last).includes(mark);
    parent = goesOn ? last : parent.appendChild(elementFor(mark, line.ownerDocument));
  }
  for (const part of text.split(/(\t+)/))
    parent.append(part.startsWith("\t") ? tabs(part, line.ownerDocument) : part);
}

function elementFor(mark: Mark, inert: Document): HTMLElement {
  if (!mark.startsWith("a ")) return inert.createElement(mark);
  const link = inert.createElement("a");
  link.setAttribute("href", mark.slice("a ".length));
  return link;
}

/** Tabs would show as spaces. */
function tabs(text: string, inert: Document): HTMLElement {
  const span = inert.createElement("span");
  span.style.whiteSpace = "pre";
  span.append(text);
  return span;
}
