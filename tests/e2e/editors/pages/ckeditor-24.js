import ClassicEditor from "ckeditor5-24";
import { holdsOf } from "./ckeditor-holds.js";
import { html, present } from "./present.js";

present((parent) => {
  let editor = null;
  const source = parent.appendChild(document.createElement("div"));
  ClassicEditor.create(source, { initialData: html }).then((made) => {
    editor = made;
  });
  return holdsOf(() => editor);
});
