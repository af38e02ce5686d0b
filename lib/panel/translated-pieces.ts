import type { TranslatedText, Translator } from "../engine/translator.ts";
import { joinTranslated } from "../text/join-translated.ts";
import type { Piece, TranslatedBy } from "./translation-plan.ts";

/** A piece of a text and what became of it; null until that is known. */
export interface TranslatedPiece extends Piece {
  translated: TranslatedText | null;
}

/** Pieces of which nothing is known yet but that what nobody translates stays as it is. */
export function untranslated(pieces: readonly Piece[]): readonly TranslatedPiece[] {
  return pieces.map((piece) => {
    const stays = { text: piece.part.text, isTranslated: false };
    return { ...piece, translated: piece.by === "nobody" ? stays : null };
  });
}

/** Who does it, besides nobody. */
export type Translators = Record<Exclude<TranslatedBy, "nobody">, Translator>;

/**
 * Translates a text's pieces, those of one language after those of another, and tells all of them
 * whenever one is there.
 * @throws AppError as translators do.
 */
export async function translatePieces(
  { pieces, to, translators }: { pieces: readonly Piece[]; to: string; translators: Translators },
  onPieces: (pieces: readonly TranslatedPiece[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let all = untranslated(pieces);
  onPieces(all);
  for (const { from, by, places } of inOneLanguage(pieces)) {
    const texts = places.map((place) => pieces[place]?.part.text ?? "");
    await translators[by].translate(
      { texts, from, to },
      (index, translated) => {
        all = all.map((piece, at) => (at === places[index] ? { ...piece, translated } : piece));
        onPieces(all);
      },
      signal,
    );
  }
}

/** The whole text, with pieces that were left, or not reached, as they were. */
export function joinPieces(pieces: readonly TranslatedPiece[], to: string): string {
  return joinTranslated(
    pieces.map(({ part }) => part),
    pieces.map(({ part, translated }) => translated?.text ?? part.text),
    to,
  );
}

interface Batch extends Pick<Piece, "from"> {
  by: keyof Translators;
  /** Where its pieces stand among all. */
  places: readonly number[];
}

function inOneLanguage(pieces: readonly Piece[]): Batch[] {
  const batches = new Map<string, Batch & { places: number[] }>();
  for (const [place, { from, by }] of pieces.entries()) {
    if (by === "nobody") continue;
    const batch = batches.get(from) ?? { from, by, places: [] };
    batch.places.push(place);
    batches.set(from, batch);
  }
  return [...batches.values()];
}
