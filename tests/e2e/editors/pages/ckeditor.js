import { Bold, ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import { holdsOf } from "./ckeditor-holds.js";
import { html, present } from "./present.js";

present((parent) => {
  let editor = null;
  const plugins = [Essentials, Paragraph, Bold];
  const source = parent.appendChild(document.createElement("div"));
  ClassicEditor.create(source, { licenseKey: "GPL", plugins, initialData: html }).then((made) => {
    editor = made;
  });
  return holdsOf(() => editor);
});
