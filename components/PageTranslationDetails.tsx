import { useState } from "preact/hooks";
import { PageTranslationOffer } from "./PageTranslationOffer.tsx";
import type { PanelProps } from "./panel-props.ts";

interface Props extends Pick<PanelProps, "pageTranslating" | "onTranslatePage"> {
  /** The language of the page, an ISO 639-1 code; null if not known yet. */
  from: string | null;
}

/** Folded away, and asks anew each time that it is opened which language to offer. */
export function PageTranslationDetails({ from, pageTranslating, onTranslatePage }: Props) {
  const [first, setFirst] = useState<string | null>();
  const onToggle = (isOpen: boolean) => {
    if (isOpen) void pageTranslating.suggestTarget(from).then(setFirst);
    else setFirst(undefined);
  };
  return (
    <details class="other-ways" onToggle={({ currentTarget: { open } }) => onToggle(open)}>
      <summary>Translate this page</summary>
      {first !== undefined && (
        <PageTranslationOffer from={from} first={first} onTranslate={onTranslatePage} />
      )}
    </details>
  );
}
