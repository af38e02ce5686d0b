import { findRoute, languageName } from "../lib/models/packs.ts";
import type { TranslatedPiece } from "../lib/panel/translated-pieces.ts";

interface Props {
  pieces: readonly TranslatedPiece[];
  /** The language that is translated into, an ISO 639-1 code. */
  to: string;
  isRunning: boolean;
}

/** A text and its translation side by side, piece by piece, and who has translated it. */
export function TranslatedPieces({ pieces, to, isRunning }: Props) {
  return (
    <>
      <Mixture {...{ pieces }} />
      <ModelCaution {...{ pieces, to }} />
      <ol class="sentence-pairs" aria-label="Translation" aria-busy={isRunning}>
        {pieces.map((piece, at) => (
          // pieces have no names, and keep their places
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <p class="original" lang={piece.from} dir="auto">
              {piece.part.text}
            </p>
            <div class="translated">
              <Translated {...{ piece, to }} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Mixture({ pieces }: Pick<Props, "pieces">) {
  const languages = [...new Set(pieces.map(({ from }) => from))];
  if (languages.length < 2) return null;
  const names = new Intl.ListFormat("en").format(languages.map(languageName));
  return (
    <p class="small-print">
      This text mixes {names}: each passage is translated from its own language.
    </p>
  );
}

/** A model is asked where no pack is; that none is offered at all is another matter than that. */
function ModelCaution({ pieces, to }: Pick<Props, "pieces" | "to">) {
  const languages = new Set(pieces.filter(({ by }) => by === "model").map(({ from }) => from));
  return [...languages].map((from) => (
    <p key={from} class="caution">
      {findRoute({ from, to }) === null
        ? `No translation pack goes from ${languageName(from)} to ${languageName(to)}, so your ` +
          "language model translated this. It may be wrong."
        : `Your language model translated the ${languageName(from)}, without a translation pack. ` +
          "It may be wrong."}
    </p>
  ));
}

function Translated({ piece, to }: { piece: TranslatedPiece; to: string }) {
  const { by, from, translated } = piece;
  if (by === "nobody")
    return (
      <p class="small-print">
        {from === to
          ? `In ${languageName(to)} already.`
          : `Left as it is: nothing here translates ${languageName(from)}.`}
      </p>
    );
  return (
    <>
      <p lang={to} dir="auto">
        {translated?.text ?? "…"}
      </p>
      {translated && !translated.isTranslated && (
        <p class="caution">Left as it is: no good translation came.</p>
      )}
    </>
  );
}
