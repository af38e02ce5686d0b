import type { Asking } from "../lib/panel/asking.ts";
import { AskForm } from "./AskForm.tsx";
import { ExchangeList } from "./ExchangeList.tsx";

interface Props {
  asking: Asking;
  onAsk: () => void;
  onCopy: (text: string) => Promise<boolean>;
  /** What a model is called. */
  nameOf: (modelId: string) => string;
}

/** What was asked about the page, and the box for the next question. */
export function AskView({ asking, onAsk, onCopy, nameOf }: Props) {
  return (
    <>
      <ExchangeList {...{ asking, onCopy, nameOf }} />
      <AskForm {...{ asking, onAsk }} />
    </>
  );
}
