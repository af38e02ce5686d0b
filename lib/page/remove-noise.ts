import { foldSpace } from "./clean-text.ts";
import type { Block } from "./make-passages.ts";
import { namesOf, type PageNode } from "./page-tree.ts";

const noiseTags = /^(nav|figcaption|button|dialog)$/;
const noiseRoles = /^(navigation|complementary|contentinfo|banner|dialog|menu|search|alert)$/;
/** What sites call the boxes around an article's text: conventions of markup, not of language. */
const noiseNames =
  /\b(captions?|credits?|copyright|gallery|slide ?show|slider|carousel|share|sharing|social|sociable|related|recirc(ulation)?|recommend(ed|ations?)?|read ?more|also ?like|more ?(from|on|stories)|newsletters?|subscribe|subscription|signup|sign ?up|promos?|promotions?|teasers?|sponsor(ed)?|adverts?|advertisement|ads|author ?(bio|box|info|card|profile)|about ?author|authorbox|bio|byline|dateline|timestamp|time ?stamp|pub ?date|publish(ed)?|date ?time|updated|(post|entry|article|story) ?(meta|date|info|tags|footer|author)|meta|breadcrumbs?|crumbs|trending|popular|most ?read|comments?|disqus|tags|tag ?list|toolbar|cookie|gdpr|consent|paywall|overlay|modal|popup|skip ?link|screen ?reader ?text|sr ?only|visually ?hidden|pagination|pager|follow|inline ?video|video ?(caption|title|info)|legende?|bildunterschrift)\b/;
/** A box this much of the whole is what the reader came for, whatever it is called. */
const mostOfArticle = 0.25;

/** Nodes that are no part of an article wherever they stand, with all that is in them. */
export function findNoise(nodes: readonly PageNode[]): Set<PageNode> {
  return new Set(nodes.filter(({ tag }) => tag === "figcaption"));
}

/** The article's text nodes without boxes that markup itself names as something else. */
export function dropNamedNoise(kept: readonly PageNode[]): PageNode[] {
  const groups = groupLengths(kept);
  const whole = kept.reduce((sum, { text }) => sum + text.length, 0);
  const judged = new Map<PageNode, boolean>();
  const isNoise = (node: PageNode): boolean => {
    const known = judged.get(node);
    if (known !== undefined) return known;
    const share = (groups.get(namesOf(node)) ?? 0) / whole;
    const isNamed = isKindOfNoise(node) || (share < mostOfArticle && hasNoiseName(node));
    const noise = isNamed || (node.parent !== null && isNoise(node.parent));
    judged.set(node, noise);
    return noise;
  };
  return kept.filter(({ parent }) => !parent || !isNoise(parent));
}

function isKindOfNoise({ tag, attributes }: PageNode): boolean {
  return noiseTags.test(tag) || noiseRoles.test(attributes.get("role") ?? "");
}

function hasNoiseName(node: PageNode): boolean {
  return noiseNames.test(wordsOf(namesOf(node)));
}

/** `relatedLinks`, `related-links` and `related_links` alike as `related links`. */
function wordsOf(names: string): string {
  return names
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[^a-zA-Z]+/g, " ")
    .toLowerCase();
}

/** Characters in all boxes of one name together: a name on most of the text is no aside. */
function groupLengths(kept: readonly PageNode[]): Map<string, number> {
  const groups = new Map<string, number>();
  for (const { text, parent } of kept) {
    const names = new Set<string>();
    for (let at = parent; at; at = at.parent) names.add(namesOf(at));
    for (const name of names) groups.set(name, (groups.get(name) ?? 0) + text.length);
  }
  return groups;
}

const sentenceEnd = /[.!?…。！？؟।][)\]"'”’»」』]*$/u;
const credit =
  /^(photo|image|picture|foto|bild|imagen|credit|crédito|写真|source|via)s?\b.{0,80}$|^.{0,160}\((photo|image|credit|foto)\b[^)]*\)$|^©|©.{0,80}$|\bGetty Images.?$/iu;

/** The blocks without what Readability lets through at an article's edges and between its parts. */
export function dropResidue(blocks: readonly Block[], title: string): Block[] {
  const repeated = findRepeated(blocks);
  const own = blocks.filter(
    (block) =>
      !isLinkBlock(block) &&
      !repeated.has(block.text) &&
      !(block.kind !== "code" && block.text.length < 200 && credit.test(block.text)),
  );
  return dropEdges(dropTail(own), title);
}

/**
 * Captions of a slide show and labels stand there twice; prose hardly does. Where much of the text
 * repeats (a plan by the day, a song), repeating is what the text does.
 */
function findRepeated(blocks: readonly Block[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { kind, text } of blocks)
    if (kind === "paragraph" || kind === "list-item") counts.set(text, (counts.get(text) ?? 0) + 1);
  const repeated = new Set([...counts.keys()].filter((text) => (counts.get(text) ?? 0) > 1));
  const whole = lengthOf(blocks);
  const share = lengthOf(blocks.filter(({ text }) => repeated.has(text))) / whole;
  return share < 0.4 ? repeated : new Set();
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** A line of nothing but links leads elsewhere; prose has links only here and there. */
function isLinkBlock({ kind, text, texts }: Block): boolean {
  if (kind === "table-row" || kind === "code") return false;
  let linked = 0;
  for (const node of texts) if (isLinked(node)) linked += foldSpace(node.text).length;
  const share = linked / text.length;
  if (kind === "list-item") return share > 0.95;
  return share > 0.6 && text.length < 250 && !(share > 0.9 && sentenceEnd.test(text));
}

function isLinked(node: PageNode): boolean {
  for (let at = node.parent; at; at = at.parent)
    if (at.tag === "a") return at.attributes.get("href") === "/";
  return false;
}

/** Headings and labels with nothing under them announced what was taken out. */
function dropTail(blocks: readonly Block[]): Block[] {
  const end = blocks.findLastIndex(
    ({ kind, text }) => kind !== "heading" && (kind !== "paragraph" || !isLabel(text)),
  );
  return blocks.slice(0, end + 1);
}

function isLabel(text: string): boolean {
  return text.length < 40 && !sentenceEnd.test(text);
}

/** Dates, bylines, labels and the title again stand before the first sentence. */
function dropEdges(blocks: readonly Block[], title: string): Block[] {
  const start = blocks.findIndex((block) => isProse(block));
  if (start < 0) return [...blocks];
  const top = blocks
    .slice(0, start)
    .filter(
      ({ kind, text }) =>
        (kind === "heading" && !isSame(text, title)) || kind === "table-row" || kind === "code",
    );
  return [...top, ...blocks.slice(start)];
}

function isProse({ kind, text }: Block): boolean {
  if (kind === "heading") return false;
  return (sentenceEnd.test(text) && text.length > 25) || text.length > 120;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
