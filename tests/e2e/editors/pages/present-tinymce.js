import tinymce from "tinymce/tinymce";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/icons/default";
import { html, present } from "./present.js";

/** TinyMCE in the page itself, or in a frame of its own, as it comes. */
export function presentTinymce({ inline }) {
  present((parent) => mount(parent, inline));
}

function mount(parent, inline) {
  const target = parent.appendChild(document.createElement("div"));
  target.innerHTML = html;
  let editor = null;
  tinymce
    .init({
      target,
      license_key: "gpl",
      skin: inline ? false : undefined,
      content_css: false,
      inline,
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
}
