import { Bold, ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import { html, present } from "./present.js";

present((parent) => {
  let editor = null;
  const plugins = [Essentials, Paragraph, Bold];
  const source = parent.appendChild(document.createElement("div"));
  ClassicEditor.create(source, { licenseKey: "GPL", plugins, initialData: html }).then((made) => {
    editor = made;
  });
  const linesOf = () =>
    [...editor.model.document.getRoot().getChildren()].map((block) =>
      [...block.getChildren()].map((node) => node.data ?? "\n").join(""),
    );
  return { text: () => linesOf().join("\n"), model: () => editor.getData() };
});
