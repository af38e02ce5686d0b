import type { ListedModel } from "./ask-hub.ts";
import type { Row } from "./compare.ts";
import type { OfferedModel } from "./offered.ts";

/** A model of the catalogue and what the hub has of it. */
export interface Checked {
  model: OfferedModel;
  listed: ListedModel | null;
  rows: readonly Row[];
  wrong: readonly string[];
}

/** What was found, a line for each model's weights, and a line for each thing that is wrong. */
export function table(checked: readonly Checked[]): string {
  const heads = ["model", "commit", "licence", "weights", "about MB", "MB", ""];
  const lines = checked.flatMap((model) => [...weightsLines(model), ...wrongLines(model)]);
  const widths = heads.map((head, i) =>
    Math.max(
      head.length,
      ...lines.map((line) => (Array.isArray(line) ? (line[i] ?? "").length : 0)),
    ),
  );
  const drawn = (line: readonly string[]) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [heads, ...lines].map((line) => (Array.isArray(line) ? drawn(line) : line)).join("\n");
}

function weightsLines({ model, listed, rows }: Checked): string[][] {
  if (!listed) return [[model.id]];
  return rows.map(({ weights, bytes, wrong }) => [
    model.id,
    listed.commit.slice(0, 12),
    listed.licence,
    `${weights.device} ${weights.dtype}`,
    megabytes(weights.aboutBytes),
    bytes === null ? "–" : megabytes(bytes),
    wrong ?? "ok",
  ]);
}

function wrongLines({ wrong }: Checked): string[] {
  return wrong.map((what) => `  wrong: ${what}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
