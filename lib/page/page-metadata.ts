import { dropUnseen } from "./clean-text.ts";

const told =
  /^(dc|dcterms?|og|article|twitter|weibo:\w+|parsely)?[.:\-\s]*(title|author|creator|byl|site_name|headline)$/i;
const articleType = /Article|Report|Posting$/;
const mostMetas = 100;
const longestLinkedData = 200_000;

/** Names and values by which a page tells its title and author, in `meta` and linked data. */
export function readMetadata(document: Document): [string, string][] {
  const metas: [string, string][] = [];
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? "";
    if (told.test(name.trim())) add(metas, name, meta.getAttribute("content"));
  }
  for (const script of document.querySelectorAll("script[type='application/ld+json']")) {
    const text = script.textContent;
    if (text.length < longestLinkedData) readLinkedData(text, metas);
  }
  return metas.slice(0, mostMetas);
}

function readLinkedData(text: string, metas: [string, string][]): void {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return; // a page's broken data is no reason not to read the page
  }
  for (const item of itemsIn(data)) {
    if (!articleType.test(String(item["@type"]))) continue;
    add(metas, "ld:title", item.headline ?? item.name);
    add(metas, "ld:author", namesIn(item.author));
    return;
  }
}

function itemsIn(data: unknown): Record<string, unknown>[] {
  const items = Array.isArray(data) ? data : isRecord(data) ? [data, data["@graph"]].flat() : [];
  return items.filter(isRecord);
}

function namesIn(author: unknown): string {
  const names = [author].flat().map((one) => (isRecord(one) ? one.name : one));
  return names.filter((name) => typeof name === "string").join(", ");
}

function add(metas: [string, string][], name: string, value: unknown): void {
  if (typeof value !== "string" || !value.trim()) return;
  metas.push([name.trim().toLowerCase().slice(0, 100), dropUnseen(value).slice(0, 1_000)]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
