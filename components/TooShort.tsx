/** In place of a summary, where the page is shorter than one would be. */
export function TooShort({ words }: { words: number }) {
  return (
    <p class="notice">
      This page holds only {words} words: too few to summarize without leaving out or adding
      something.
    </p>
  );
}
