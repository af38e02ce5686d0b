import { basicSetup, EditorView } from "codemirror";
import { lines, present } from "./present.js";

present((parent, root) => {
  const view = new EditorView({ parent, root, doc: lines.join("\n"), extensions: [basicSetup] });
  return { text: () => view.state.doc.toString(), model: () => view.state.doc.toString() };
});
