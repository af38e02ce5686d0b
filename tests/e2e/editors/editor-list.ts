/** The editors that rewriting is tried in, each a page of its own in `pages`. */
export const editors = [
  "textarea",
  "input",
  "contenteditable",
  "react-field",
  "prosemirror",
  "tiptap",
  "lexical",
  "slate",
  "quill",
  "codemirror",
  "draft",
  "ckeditor",
  "tinymce",
] as const;
export type EditorName = (typeof editors)[number];

/** Where an editor stands in its page. */
export const settings = ["plain", "iframe", "shadow"] as const;
export type Setting = (typeof settings)[number];

/** What is put in place of the second line. */
export const payloads = {
  "one line": "New words stand in its place.",
  "many lines": "New words.\nOn three lines.\nAll of them new.",
  "blank lines": "New words.\n\nAfter a blank line.\n\n\nAfter two.",
  "right-to-left": "שלום עולם, זה טקסט חדש. مرحبا بالعالم 123",
  "emoji with joiners": "A family 👨‍👩‍👧‍👦 waves 👋🏽 a flag 🏳️‍🌈 of 🇨🇭.",
  "HTML-like": "if a < b && c > d then <b>bold</b> &amp; <script>alert(1)</script>",
  tabs: "name\tvalue\tunit\n\tindented",
  "20,000 characters": "Twenty thousand characters of new text. ".repeat(500).trimEnd(),
  "a list": "- one thing\n- another thing\n- a third thing",
  "a trailing newline": "New words and a line break.\n",
  "quotes and dashes": "“New” words — ‘quoted’, «too» – it’s so…",
  empty: "",
} as const;
export type PayloadName = keyof typeof payloads;
