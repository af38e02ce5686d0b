import { useEffect, useState } from "preact/hooks";

interface Props {
  text: string;
  markdown: string;
  /** Puts text on the clipboard; false if the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
}

/** Copies the shown summary, and says that it did. */
export function CopyButtons({ text, markdown, onCopy }: Props) {
  const [said, setSaid] = useState("");
  useEffect(() => setSaid(""), [text]);
  const copy = async (what: string) => {
    setSaid((await onCopy(what)) ? "Copied" : "The browser did not allow copying");
  };
  return (
    <>
      <button type="button" onClick={() => copy(text)}>
        Copy text
      </button>
      <button type="button" onClick={() => copy(markdown)}>
        Copy as Markdown
      </button>
      <span class="said" aria-live="polite">
        {said}
      </span>
    </>
  );
}
