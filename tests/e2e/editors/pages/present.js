/** What every editor of the tests begins with: three lines, a word of the second in bold. */
export const lines = ["First line of it.", "Old words stand here.", "Last line of it."];
export const html =
  "<p>First line of it.</p><p>Old <strong>words</strong> stand here.</p><p>Last line of it.</p>";

/**
 * Mounts an editor where the address says: in the page or in a shadow root. `mount` gives
 * `{ text(), model() }`: the editor's own text, a line a paragraph, and all that it holds as a string.
 */
export function present(mount) {
  const host = document.body.appendChild(document.createElement("div"));
  host.id = "host";
  const inShadow = new URLSearchParams(location.search).get("in") === "shadow";
  const root = inShadow ? host.attachShadow({ mode: "open" }) : host;
  const style = document.createElement("style");
  style.textContent = ".ProseMirror, .ql-editor { white-space: pre-wrap; }";
  const inner = document.createElement("div");
  root.append(style, inner);
  globalThis.editor = mount(inner, inShadow ? root : document);
}
