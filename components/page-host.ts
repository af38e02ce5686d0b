/** The site of a page, as short as it can be said. */
export function pageHost(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return "unknown site";
  if (parsed.protocol === "file:") return "a file on this machine";
  return parsed.host.replace(/^www\./, "") || parsed.protocol;
}
