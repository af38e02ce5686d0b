import type { ProtectedChange } from "../lib/text/compare-protected.ts";
import { ToCheck } from "./ToCheck.tsx";

/** What should have stayed as it was, thing by thing. */
export function LossList({ losses }: { losses: readonly ProtectedChange[] }) {
  const these = losses.length === 1 ? "this" : "these";
  return <ToCheck lead={`Look at ${these} before you use it:`} things={losses.map(lossInWords)} />;
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
