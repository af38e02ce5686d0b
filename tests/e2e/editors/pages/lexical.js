import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";
import { lines, present } from "./present.js";

function $fill() {
  for (const [index, line] of lines.entries()) {
    const paragraph = $createParagraphNode();
    const [first, bold, last] = line.split(/ (\w+) (?=stand)/);
    if (index !== 1) paragraph.append($createTextNode(line));
    else
      paragraph.append(
        $createTextNode(`${first} `),
        $createTextNode(bold).setFormat("bold"),
        $createTextNode(` ${last}`),
      );
    $getRoot().append(paragraph);
  }
}

present((parent) => {
  parent.contentEditable = "true";
  const editor = createEditor({
    namespace: "page",
    nodes: [],
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(parent);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update($fill, { discrete: true, tag: "history-merge" });
  return {
    text: () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .map((paragraph) => paragraph.getTextContent())
          .join("\n"),
      ),
    model: () => JSON.stringify(editor.getEditorState().toJSON()),
  };
});
