import * as fc from "fast-check";

const words = fc
  .array(
    fc.constantFrom(
      "The ",
      "old ",
      "sea",
      "s",
      ". ",
      "\n  ",
      "12",
      " ",
      "海",
      "(",
      "&lt;1&gt;",
      "&nbsp;",
      "&shy;",
      "<!-- a note -->",
    ),
    { maxLength: 6 },
  )
  .map((all) => all.join(""));

const inlineTags = ["b", "i", "a", "span", "code", "em", "sup", "kbd"];
const blockTags = ["p", "div", "li", "h2", "td", "pre", "button", "label", "details", "x-card"];
const attributes = fc.constantFrom(
  "",
  "",
  ' lang="en"',
  ' dir="ltr"',
  ' title="The sea"',
  ' translate="no"',
  " hidden",
);
const alone = fc.constantFrom(
  "<br>",
  '<img alt="The sea">',
  "<wbr>",
  '<input placeholder="The sea" value="x">',
  '<select><option>The sea</option><option value="1" label="Old">s</option></select>',
  '<iframe srcdoc="<title>The sea</title><p>The <b>old</b> sea</p>"></iframe>',
);

const { block } = fc.letrec<{ inline: string; block: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small" },
    words,
    alone,
    wrapped(inlineTags, fc.array(tie("inline"), { maxLength: 3 })),
  ),
  block: fc.oneof(
    { depthSize: "small" },
    tie("inline"),
    wrapped(blockTags, fc.array(tie("inline"), { maxLength: 5 })),
    wrapped(["div", "ul", "section"], fc.array(tie("block"), { maxLength: 3 })),
  ),
}));

function wrapped(tags: readonly string[], inner: fc.Arbitrary<string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...tags), attributes, inner)
    .map(([tag, attributes, inner]) => `<${tag}${attributes}>${inner.join("")}</${tag}>`);
}

/** The HTML of a body with blocks and any markup in them. */
export const anyHtml: fc.Arbitrary<string> = fc
  .array(block, { maxLength: 4 })
  .map((blocks) => blocks.join(""));
