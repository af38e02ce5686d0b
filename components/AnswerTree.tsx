import type { Inline } from "../lib/text/answer-inline.ts";
import type { Block, AnswerTree as Tree, List } from "../lib/text/answer-tree.ts";

/** Draws an answer: words only, and never a link or an image. */
export function AnswerTree({ tree }: { tree: Tree }) {
  return tree.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return <p>{drawInline(block.inline)}</p>;
    case "heading":
      // not a heading of the panel: a model's order of headings is anyone's guess
      return (
        <p class="answer-heading">
          <strong>{drawInline(block.inline)}</strong>
        </p>
      );
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "list":
      return <ListView list={block} />;
  }
}

function ListView({ list }: { list: List }) {
  const items = list.items.map(({ inline, nested }, index) => (
    <li key={index}>
      {drawInline(inline)}
      {nested && <ListView list={nested} />}
    </li>
  ));
  return list.isOrdered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function drawInline(inline: readonly Inline[]) {
  return inline.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case "text":
      return <>{piece.text}</>;
    case "code":
      return <code>{piece.text}</code>;
    case "strong":
      return <strong>{drawInline(piece.children)}</strong>;
    case "emphasis":
      return <em>{drawInline(piece.children)}</em>;
  }
}
