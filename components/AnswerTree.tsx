import type { ComponentChildren } from "preact";
import type { Inline } from "../lib/text/answer-inline.ts";
import type { Block, AnswerTree as Tree, Fact, List } from "../lib/text/answer-tree.ts";
import { InlineText } from "./InlineText.tsx";

/** Draws the words of a paragraph or of an item. */
type DrawWords = (words: readonly Inline[]) => ComponentChildren;

interface Props {
  tree: Tree;
  /** Left out where the words are drawn as they are. */
  drawWords?: DrawWords;
}

/** Draws an answer: words only, and never a link or an image. */
export function AnswerTree({ tree, drawWords = asTheyAre }: Props) {
  return tree.map((block, index) => <BlockView key={index} {...{ block, drawWords }} />);
}

const asTheyAre: DrawWords = (words) => <InlineText inline={words} />;

function BlockView({ block, drawWords }: { block: Block; drawWords: DrawWords }) {
  switch (block.kind) {
    case "paragraph":
      return <p>{drawWords(block.inline)}</p>;
    case "heading":
      // not a heading of the panel: a model's order of headings is anyone's guess
      return (
        <p class="answer-heading">
          <strong>{asTheyAre(block.inline)}</strong>
        </p>
      );
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "facts":
      return <FactsView {...{ facts: block.facts, drawWords }} />;
    case "list":
      return <ListView {...{ list: block, drawWords }} />;
  }
}

function FactsView({ facts, drawWords }: { facts: readonly Fact[]; drawWords: DrawWords }) {
  return (
    <dl class="fact-table">
      {facts.map(({ label, inline }, index) => (
        // a model may use a label twice
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          <dt>{label}</dt>
          <dd>{drawWords(inline)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ListView({ list, drawWords }: { list: List; drawWords: DrawWords }) {
  const items = list.items.map(({ inline, nested }, index) => (
    <li key={index}>
      {drawWords(inline)}
      {nested && <ListView {...{ list: nested, drawWords }} />}
    </li>
  ));
  return list.isOrdered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}
