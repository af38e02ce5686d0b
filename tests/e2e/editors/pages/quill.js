import Quill from "quill";
import { html, present } from "./present.js";

present((parent) => {
  const quill = new Quill(parent);
  quill.clipboard.dangerouslyPasteHTML(html, "silent");
  quill.history.clear();
  return {
    text: () => quill.getText().replace(/\n$/, ""),
    model: () => JSON.stringify(quill.getContents()),
  };
});
