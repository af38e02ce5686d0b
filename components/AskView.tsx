import type { Asking } from "../lib/panel/asking.ts";
import type { ExchangeEvidence } from "../lib/panel/exchange-evidence.ts";
import { AskForm } from "./AskForm.tsx";
import { ExchangeList } from "./ExchangeList.tsx";
import type { ShowsPassages } from "./shows-passages.ts";

interface Props {
  asking: Asking;
  evidence: ExchangeEvidence;
  places: ShowsPassages;
  onAsk: () => void;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
}

/** What was asked about the page, and the box for the next question. */
export function AskView({ asking, onAsk, evidence, places, onCopy, nameOf }: Props) {
  return (
    <>
      <ExchangeList {...{ asking, evidence, places, onCopy, nameOf }} />
      <AskForm {...{ asking, onAsk }} />
    </>
  );
}
