import type { Inline } from "../lib/text/answer-inline.ts";

/** Words of an answer as they are set: never a link or an image. */
export function InlineText({ inline }: { inline: readonly Inline[] }) {
  return inline.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case "text":
      return <>{piece.text}</>;
    case "code":
      return <code>{piece.text}</code>;
    case "strong":
      return (
        <strong>
          <InlineText inline={piece.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <InlineText inline={piece.children} />
        </em>
      );
  }
}
