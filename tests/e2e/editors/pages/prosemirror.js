import { exampleSetup } from "prosemirror-example-setup";
import { DOMParser } from "prosemirror-model";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { html, present } from "./present.js";

present((parent) => {
  const source = document.createElement("div");
  source.innerHTML = html;
  const state = EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(source),
    plugins: exampleSetup({ schema, menuBar: false }),
  });
  const view = new EditorView(parent, { state });
  const doc = () => view.state.doc;
  return {
    text: () => doc().textBetween(0, doc().content.size, "\n", "\n"),
    model: () => JSON.stringify(doc().toJSON()),
  };
});
