/** The site of an address, as readers name it: `example.org`. Null if it has none. */
export function siteOf(url: string): string | null {
  const host = URL.parse(url)?.hostname ?? "";
  return host === "" ? null : host.replace(/^www\./, "");
}

/** The site that a reader has typed, as a name or as a whole address. Null if it is neither. */
export function readTypedSite(typed: string): string | null {
  const trimmed = typed.trim();
  const site = siteOf(trimmed.includes("://") ? trimmed : `https://${trimmed}`);
  // a word alone is a mistake more often than a machine of the reader's own network
  return site?.includes(".") || site === "localhost" ? site : null;
}
