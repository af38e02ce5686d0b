import { html, present } from "./present.js";

present((parent) => {
  parent.contentEditable = "true";
  parent.innerHTML = html;
  return {
    text: () => [...parent.children].map((block) => block.innerText.replace(/\n$/, "")).join("\n"),
    model: () => parent.innerHTML,
  };
});
