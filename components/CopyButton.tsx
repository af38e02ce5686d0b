import { useState } from "preact/hooks";

interface Props {
  label: string;
  text: string;
  /** Puts text on the clipboard; false if the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
}

/** Copies a text, and says that it did. */
export function CopyButton({ label, text, onCopy }: Props) {
  const [said, setSaid] = useState("");
  const copy = async () =>
    setSaid((await onCopy(text)) ? "Copied" : "The browser did not allow copying");
  return (
    <>
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span class="said" aria-live="polite">
        {said}
      </span>
    </>
  );
}
