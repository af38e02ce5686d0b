/** One block of a text that is read part by part. */
export interface Piece {
  text: string;
  isHeading: boolean;
  tokens: number;
}

/** A part of a text, read in one prompt. */
export interface ReadingPart {
  pieces: readonly Piece[];
  /** The heading under which it begins; null where the text has none before. */
  heading: string | null;
}

/** A part that is as full as this ends before a heading. */
const FULL_ENOUGH = 0.6;

/**
 * Cuts a text into parts of at most `mostTokens`, at headings where that leaves no part too small.
 * A heading stays with what it heads. A piece that is longer than a part is a part by itself.
 */
export function cutIntoParts(pieces: readonly Piece[], mostTokens: number): ReadingPart[] {
  const parts: ReadingPart[] = [];
  let open: Piece[] = [];
  let openTokens = 0;
  let heading: string | null = null;

  function close(next: Piece[]): void {
    if (open.length > 0) parts.push({ pieces: open, heading: headingOf(open, heading) });
    heading = open.findLast(({ isHeading }) => isHeading)?.text ?? heading;
    open = next;
    openTokens = next.reduce((sum, { tokens }) => sum + tokens, 0);
  }

  for (const piece of pieces) {
    const endsHere = piece.isHeading && openTokens >= mostTokens * FULL_ENOUGH;
    if (endsHere || openTokens + piece.tokens > mostTokens) close(headingsAtEnd(open));
    open.push(piece);
    openTokens += piece.tokens;
  }
  close([]);
  return parts;
}

/** Takes the headings from the end of a part: they head what comes next. None if it is all of them. */
function headingsAtEnd(pieces: Piece[]): Piece[] {
  const last = pieces.findLastIndex(({ isHeading }) => !isHeading);
  return last === -1 ? [] : pieces.splice(last + 1);
}

function headingOf([first]: readonly Piece[], before: string | null): string | null {
  return first?.isHeading ? first.text : before;
}
