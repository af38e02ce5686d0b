/**
 * Saves a text as a file among the reader's downloads, without a network.
 *
 * @param type A media type that suits the name.
 */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser has taken hold of it when the click returns, but reads it a little later
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
