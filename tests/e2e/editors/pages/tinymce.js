import tinymce from "tinymce/tinymce";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/icons/default";
import { html, present } from "./present.js";

present((parent) => {
  const target = parent.appendChild(document.createElement("div"));
  target.innerHTML = html;
  let editor = null;
  tinymce
    .init({
      target,
      license_key: "gpl",
      skin: false,
      content_css: false,
      inline: true,
      promotion: false,
    })
    .then(([made]) => {
      editor = made;
    });
  return {
    text: () =>
      [...editor.getBody().children].map((block) => block.innerText.replace(/^\n$/, "")).join("\n"),
    model: () => editor.getContent(),
  };
});
