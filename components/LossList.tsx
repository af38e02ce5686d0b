import type { ProtectedChange } from "../lib/text/compare-protected.ts";

/** More are a click away, so that the buttons stay in sight. */
const SHOWN_AT_ONCE = 6;

/** What should have stayed as it was, thing by thing. */
export function LossList({ losses }: { losses: readonly ProtectedChange[] }) {
  if (losses.length === 0) return null;
  const rest = losses.slice(SHOWN_AT_ONCE);
  return (
    <div class="caution losses">
      <p>{losses.length === 1 ? "Look at this" : "Look at these"} before you use it:</p>
      <Losses losses={losses.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Losses losses={rest} />
        </details>
      )}
    </div>
  );
}

function Losses({ losses }: { losses: readonly ProtectedChange[] }) {
  return (
    <ul>
      {losses.map((loss, index) => (
        <li key={index}>{lossInWords(loss)}</li>
      ))}
    </ul>
  );
}

function lossInWords(loss: ProtectedChange): string {
  const { kind, span } = loss;
  switch (kind) {
    case "missing":
      return `“${span.text}” is missing.`;
    case "new":
      return `“${span.text}” is new.`;
    case "altered":
      return `“${span.text}” became “${loss.now.text}”.`;
  }
}
