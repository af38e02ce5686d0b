const skippedTags = new Set(
  "script style noscript template svg canvas select textarea input datalist object embed audio video head link meta math-field".split(
    " ",
  ),
);
const knownTags = new Set(
  "a abbr address article aside b blockquote body br button caption center cite code dd del details dfn dialog div dl dt em fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 header hr i img ins kbd label legend li main mark menu nav ol p picture pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split(
    " ",
  ),
);
const attributes = ["class", "id", "role", "itemprop", "itemtype", "rel", "lang", "aria-label"];
const longestAttribute = 200;

/** Whether nothing in an element is text of the page. */
export function isSkipped(element: Element): boolean {
  return skippedTags.has(element.localName);
}

/**
 * The name by which a snapshot tells an element. Custom elements stand for a box or a run of text;
 * how they are laid out says which.
 */
export function nameFor(element: Element): string {
  if (knownTags.has(element.localName)) return element.localName;
  if (element.localName === "iframe") return "div";
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element).display.startsWith("inline") ? "span" : "div";
}

/** `checkVisibility` takes an element without a box of its own for hidden, though its text shows. */
export function isContents(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element).display === "contents";
}

/** The attributes that a snapshot keeps, a line each. */
export function attributesOf(element: Element): string {
  const lines: string[] = [];
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value) lines.push(`${name}=${value.slice(0, longestAttribute).replace(/\s+/g, " ")}`);
  }
  // Only whether a link stays on the page matters to what is an article.
  const href = element.localName === "a" ? element.getAttribute("href") : null;
  if (href !== null) lines.push(`href=${href.startsWith("#") ? "#" : "/"}`);
  return lines.join("\n");
}

/** The shadow root of an element; of a custom element also a closed one. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  return element.localName.includes("-") ? closedShadowOf(element) : null;
}

function closedShadowOf(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?: (of: Element) => ShadowRoot | null } };
  };
  return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
}
