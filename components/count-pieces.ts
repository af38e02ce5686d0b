import type { Piece } from "../lib/panel/translation-plan.ts";

/** How many pieces there are, in words: packs translate sentences, and a model passages. */
export function countPieces(pieces: readonly Pick<Piece, "by">[]): string {
  const unit = pieces.some(({ by }) => by === "model") ? "passage" : "sentence";
  return pieces.length === 1 ? `1 ${unit}` : `${pieces.length} ${unit}s`;
}
