import type { ProtectedChange } from "../lib/text/compare-protected.ts";

/** What should have stayed as it was, thing by thing. */
export function LossList({ losses }: { losses: readonly ProtectedChange[] }) {
  if (losses.length === 0) return null;
  return (
    <div class="caution losses">
      <p>Look at these before you use it:</p>
      <ul>
        {losses.map((loss, index) => (
          <li key={index}>{lossInWords(loss)}</li>
        ))}
      </ul>
    </div>
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
