import { useState } from "preact/hooks";

interface Props {
  /** What each button copies, by its label. */
  texts: Readonly<Record<string, string>>;
  /** Puts text on the clipboard; false if the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
}

/** Copies a text, and says that it did until another text stands there. */
export function CopyButtons({ texts, onCopy }: Props) {
  const standing = Object.values(texts).join("\n");
  const [said, setSaid] = useState({ of: standing, words: "" });
  const copy = async (text: string) => {
    const words = (await onCopy(text)) ? "Copied" : "The browser did not allow copying";
    setSaid({ of: standing, words });
  };
  return (
    <>
      {Object.entries(texts).map(([label, text]) => (
        <button key={label} type="button" onClick={() => copy(text)}>
          {label}
        </button>
      ))}
      <span class="said" aria-live="polite">
        {said.of === standing && said.words}
      </span>
    </>
  );
}
