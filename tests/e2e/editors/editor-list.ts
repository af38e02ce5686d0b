/** The editors that rewriting is tried in at their current version, each a page of its own in `pages`. */
export const currentEditors = [
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
  "tinymce-classic",
] as const;

/** A page, and the packages that take the place of those that it imports. */
interface OlderEditor {
  page: string;
  packages: Record<string, string>;
}

const react18 = { react: "react-18", "react-dom": "react-dom-18" };

/** The same at an older version. ProseMirror and CodeMirror 6 have had no other major one. */
export const olderEditors = {
  "react-field-18": { page: "react-field", packages: react18 },
  "tiptap-2": {
    page: "tiptap",
    packages: {
      "@tiptap/core": "tiptap-core-2",
      "@tiptap/pm": "tiptap-pm-2",
      "@tiptap/starter-kit": "tiptap-starter-kit-2",
    },
  },
  "lexical-0.20": {
    page: "lexical",
    packages: {
      lexical: "lexical-0.20",
      "@lexical/history": "lexical-history-0.20",
      "@lexical/rich-text": "lexical-rich-text-0.20",
    },
  },
  "slate-0.103": {
    page: "slate",
    packages: {
      ...react18,
      slate: "slate-0.103",
      "slate-history": "slate-history-0.110",
      "slate-react": "slate-react-0.110",
    },
  },
  "quill-1": { page: "quill", packages: { quill: "quill-1" } },
  "draft-0.10": { page: "draft", packages: { ...react18, "draft-js": "draft-js-0.10" } },
  "ckeditor-24": { page: "ckeditor-24", packages: {} },
  "tinymce-7": { page: "tinymce", packages: { tinymce: "tinymce-7" } },
} as const satisfies Record<string, OlderEditor>;

type OlderName = keyof typeof olderEditors;
export type EditorName = (typeof currentEditors)[number] | OlderName;

export const editors: readonly EditorName[] = [
  ...currentEditors,
  ...(Object.keys(olderEditors) as OlderName[]),
];

/** The page that an editor is tried in. */
export function pageOf(name: string): OlderEditor {
  const older: Record<string, OlderEditor> = olderEditors;
  return older[name] ?? { page: name, packages: {} };
}

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
