import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { createEditor, Node } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { lines, present } from "./present.js";

const editor = withHistory(withReact(createEditor()));
const [first, second, third] = lines;
const [old, bold, rest] = second.split(/(words)/);
const initialValue = [
  { type: "paragraph", children: [{ text: first }] },
  { type: "paragraph", children: [{ text: old }, { text: bold, bold: true }, { text: rest }] },
  { type: "paragraph", children: [{ text: third }] },
];

function Page() {
  const [held] = useState(editor);
  const renderLeaf = ({ attributes, children, leaf }) =>
    createElement(leaf.bold ? "strong" : "span", attributes, children);
  const field = createElement(Editable, { renderLeaf });
  return createElement(Slate, { editor: held, initialValue }, field);
}

present((parent) => {
  createRoot(parent).render(createElement(Page));
  return {
    text: () => editor.children.map((block) => Node.string(block)).join("\n"),
    model: () => JSON.stringify(editor.children),
  };
});
