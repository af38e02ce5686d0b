import type { Run, Sheet } from "../../../../lib/page/pdf/pdf-sheet.ts";

/** How a line is set; lengths in points. */
interface Setting {
  left?: number;
  size?: number;
  font?: string;
  isMonospace?: boolean;
}

/** A line as a run of letters that are half as wide as they are high. */
export function setLine(text: string, baseline: number, setting: Setting = {}): Run {
  const { left = 72, size = 10, font = "body", isMonospace = false } = setting;
  const right = left + (text.length * size) / 2;
  return { text, left, right, baseline, size, font, isMonospace, isRightToLeft: false };
}

/** Lines one below the other, 12 points apart. */
export function setLines(lines: readonly string[], top: number, setting: Setting = {}): Run[] {
  return lines.map((text, at) => setLine(text, top + 12 * at, setting));
}

export function sheetOf(number: number, ...runs: readonly (Run | readonly Run[])[]): Sheet {
  return { number, width: 612, height: 792, runs: runs.flat() };
}
