import { useState } from "preact/hooks";
import { chooseLanguage, declaredCode } from "../lib/text/language.ts";
import type { PageText } from "../lib/text/page-text.ts";
import { PageTranslationOffer } from "./PageTranslationOffer.tsx";
import type { PanelProps } from "./panel-props.ts";

interface Props extends Pick<PanelProps, "pageTranslating" | "onTranslatePage"> {
  /** What was read; null if nothing was. */
  page: Pick<PageText, "language" | "passages"> | null;
}

/** Folded away, and asks anew each time that it is opened which language to offer. */
export function PageTranslationDetails({ page, pageTranslating, onTranslatePage }: Props) {
  const [offer, setOffer] = useState<{ from: string | null; first: string | null } | null>(null);
  const suggest = async () => {
    const from = page && declaredCode(await chooseLanguage(page));
    setOffer({ from, first: await pageTranslating.suggestTarget(from) });
  };
  return (
    <details
      class="other-ways"
      onToggle={({ currentTarget: { open } }) => (open ? void suggest() : setOffer(null))}
    >
      <summary>Translate this page</summary>
      {offer && <PageTranslationOffer {...offer} onTranslate={onTranslatePage} />}
    </details>
  );
}
