import type { Loss } from "../lib/panel/losses.ts";

/** What should have stayed as it was, thing by thing. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
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

function lossInWords({ kind, before, after }: Loss): string {
  switch (kind) {
    case "missing":
      return `“${before?.text ?? ""}” is missing.`;
    case "new":
      return `“${after?.text ?? ""}” is new.`;
    case "altered":
      return `“${before?.text ?? ""}” became “${after?.text ?? ""}”.`;
  }
}
