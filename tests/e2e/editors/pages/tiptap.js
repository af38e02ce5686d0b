import { Editor } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { html, present } from "./present.js";

present((element) => {
  const editor = new Editor({ element, extensions: [StarterKit], content: html });
  return {
    text: () => editor.getText({ blockSeparator: "\n" }),
    model: () => JSON.stringify(editor.getJSON()),
  };
});
