import type { FoundPassage } from "./find-passage.ts";

/** Names of the highlights, which the page could see but has no reason to use. */
const names = { whole: "sotto-passage", words: "sotto-words" };

// Readable on any ground: the words bring their own, and a passage's tint lets the page's through.
const style = `
::highlight(${names.whole}) { background-color: rgb(255 196 0 / 22%); }
::highlight(${names.words}) { background-color: #ffd54f; color: #1d1a12; }
@media (forced-colors: active) {
  ::highlight(${names.words}) { background-color: Mark; color: MarkText; }
}`;

/**
 * Marks a passage and words of it where they stand, without a change to the document, and gives what
 * takes every trace away again. A highlight belongs to a window, its style to each root that the
 * passage lies in.
 */
export function highlight({ whole, words }: FoundPassage): () => void {
  const ranges = [...whole, ...words];
  const roots = new Set(ranges.map(({ startContainer }) => startContainer.getRootNode()));
  const undo = [...roots].filter(isStyled).map(adoptStyle);
  const views = new Set(ranges.flatMap((range) => viewOf(range) ?? []));
  for (const view of views) {
    const inView = (range: Range) => viewOf(range) === view;
    const { highlights } = view.CSS;
    highlights.set(names.whole, new view.Highlight(...whole.filter(inView)));
    highlights.set(names.words, new view.Highlight(...words.filter(inView))); // the later is on top
    undo.push(() => {
      for (const name of Object.values(names)) highlights.delete(name);
    });
  }
  return () => {
    for (const step of undo) step();
  };
}

type View = Window & typeof globalThis;

function viewOf({ startContainer }: Range): View | null {
  return startContainer.ownerDocument?.defaultView ?? null;
}

function isStyled(root: Node): root is Document | ShadowRoot {
  return "adoptedStyleSheets" in root;
}

/** A sheet that was made, unlike an element, is no change to the document. */
function adoptStyle(root: Document | ShadowRoot): () => void {
  const document = "defaultView" in root ? root : root.ownerDocument;
  const view = document.defaultView;
  if (!view) return () => {}; // a document that is not shown
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
