/** Puts text on the clipboard. Gives false if the browser refuses, as it may without focus. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the reader is told, and can select the text instead
  }
}
