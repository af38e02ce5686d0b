/** How much of a text's sections was chosen. */
export interface SectionCount {
  heardSections: number;
  totalSections: number;
}

/**
 * Counts the sections of a text, of which each begins with a heading, and those of which a passage or
 * at least the heading was chosen. All are indices of passages, in reading order.
 */
export function countSections(
  chosen: readonly number[],
  headings: readonly number[],
): SectionCount {
  const sectionOf = (passage: number) => headings.findLastIndex((heading) => heading <= passage);
  const heard = new Set(chosen.map(sectionOf));
  heard.delete(-1); // above the first heading
  return { heardSections: heard.size, totalSections: headings.length };
}
