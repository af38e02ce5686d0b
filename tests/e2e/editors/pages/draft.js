import { ContentState, convertFromHTML, convertToRaw, Editor, EditorState } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { html, present } from "./present.js";

const { contentBlocks, entityMap } = convertFromHTML(html);
let held = EditorState.createWithContent(
  ContentState.createFromBlockArray(contentBlocks, entityMap),
);

function Page() {
  const [editorState, setEditorState] = useState(held);
  held = editorState;
  return createElement(Editor, { editorState, onChange: setEditorState });
}

present((parent) => {
  createRoot(parent).render(createElement(Page));
  return {
    text: () => held.getCurrentContent().getPlainText("\n"),
    model: () => JSON.stringify(convertToRaw(held.getCurrentContent())),
  };
});
