import type { Doubt } from "../../../lib/text/evidence/doubt.ts";
import { round } from "../median.ts";

/** A sentence as it is, and as it was judged. */
export interface Judged {
  text: string;
  supported: boolean;
  /** In what way it was changed from a true sentence; "" where that is not told. */
  way: string;
  doubtScore: number;
  isMarked: boolean;
  doubts: readonly Doubt[];
}

/** How well doubtful sentences were told from others. */
export function scoresOf(judged: readonly Judged[]) {
  const wrong = judged.filter(({ supported }) => !supported);
  const right = judged.filter(({ supported }) => supported);
  const marked = judged.filter(({ isMarked }) => isMarked);
  return {
    sentences: judged.length,
    unsupported: wrong.length,
    areaUnderRoc: round(areaUnderRoc(wrong, right), 3),
    precision: share(marked, ({ supported }) => !supported),
    recall: share(wrong, ({ isMarked }) => isMarked),
    falseMarks: share(right, ({ isMarked }) => isMarked),
    markedByWay: Object.fromEntries(
      [...Map.groupBy(judged, ({ way }) => way)].map(([way, members]) => [
        way || "all",
        `${members.filter(({ isMarked }) => isMarked).length} of ${members.length}`,
      ]),
    ),
  };
}

function share(judged: readonly Judged[], holds: (one: Judged) => boolean): number | null {
  return judged.length === 0 ? null : round(judged.filter(holds).length / judged.length, 3);
}

/** How often a sentence that is not supported is doubted more than one that is; ties are halves. */
function areaUnderRoc(wrong: readonly Judged[], right: readonly Judged[]): number {
  const rising = [...wrong, ...right].toSorted((a, b) => a.doubtScore - b.doubtScore);
  let rankSum = 0;
  for (let from = 0; from < rising.length;) {
    const score = rising[from]?.doubtScore;
    let to = from;
    while (to < rising.length && rising[to]?.doubtScore === score) to += 1;
    const meanRank = (from + 1 + to) / 2;
    rankSum += meanRank * rising.slice(from, to).filter(({ supported }) => !supported).length;
    from = to;
  }
  return (rankSum - (wrong.length * (wrong.length + 1)) / 2) / (wrong.length * right.length);
}
