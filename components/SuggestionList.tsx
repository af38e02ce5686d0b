import {
  type Decision,
  isOnPage,
  type ProofreadDraft,
  type Proofreading,
} from "../lib/panel/proofreading.ts";
import type { Suggestion, SuggestionReason } from "../lib/text/suggestion.ts";

/** Why something may be wrong. */
const why: Record<SuggestionReason, string> = {
  agreement: "These words do not agree.",
  capital: "A capital may be missing.",
  grammar: "The grammar may be wrong.",
  punctuation: "A mark is missing or too many.",
  repeated: "The same word twice.",
  spelling: "Not in the dictionary.",
  "word-break": "Written as one word, or as two.",
  "wrong-word": "Another word may be meant.",
};

/** How much of the text is shown around a suggestion. */
const CONTEXT_CHARS = 32;

interface Props {
  proofreading: Proofreading;
  draft: Extract<ProofreadDraft, { kind: "read" }>;
}

/** What may be wrong, each in its place in the text, to be accepted or left one by one. */
export function SuggestionList({ proofreading, draft }: Props) {
  const { text, suggestions, decisions } = draft;
  const isOver = isOnPage(proofreading.replacement.value);
  const isDecided = suggestions.every((_, index) => decisions.has(index));
  return (
    <>
      {!isOver && suggestions.length > 1 && (
        <div class="actions">
          <button type="button" aria-disabled={isDecided} onClick={proofreading.acceptAll}>
            Accept all
          </button>
        </div>
      )}
      <ul class="suggestions">
        {suggestions.map((suggestion, index) => (
          <li key={index}>
            <InContext {...{ text, suggestion }} decision={decisions.get(index)} />
            <p class="suggestion-why">{why[suggestion.reason]}</p>
            {!isOver && (
              <Choices
                suggestion={suggestion}
                decision={decisions.get(index)}
                onDecide={(decision) => proofreading.decide(index, decision)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface InContextProps {
  text: string;
  suggestion: Suggestion;
  decision: Decision | undefined;
}

/** The words in their place, with what would stand there; nothing is struck out once it is left. */
function InContext({ text, suggestion, decision }: InContextProps) {
  const { start, end, corrections } = suggestion;
  const words = text.slice(start, end);
  return (
    <p class="suggestion-text" dir="auto">
      {textBefore(text, start)}
      {decision === null ? (
        words
      ) : (
        <>
          <del>{words}</del> <ins>{decision ?? corrections[0]}</ins>
        </>
      )}
      {textAfter(text, end)}
    </p>
  );
}

/** From a word's beginning, on the same line. */
function textBefore(text: string, start: number): string {
  const before = text.slice(0, start).split("\n").at(-1) ?? "";
  if (before.length <= CONTEXT_CHARS) return before;
  return `…${before.slice(-CONTEXT_CHARS).replace(/^\S*\s*/, "")}`;
}

/** To a word's end, on the same line. */
function textAfter(text: string, end: number): string {
  const [after = ""] = text.slice(end).split("\n", 1);
  if (after.length <= CONTEXT_CHARS) return after;
  return `${after.slice(0, CONTEXT_CHARS).replace(/\s*\S*$/, "")}…`;
}

interface ChoicesProps {
  suggestion: Suggestion;
  decision: Decision | undefined;
  onDecide: (decision: Decision) => void;
}

/** The corrections to choose from, and to leave it; pressed once more, a choice is taken back. */
function Choices({ suggestion: { corrections }, decision, onDecide }: ChoicesProps) {
  return (
    <div class="actions suggestion-choices">
      {corrections.map((correction, index) => (
        <button
          key={correction}
          type="button"
          aria-pressed={decision === correction}
          aria-label={`Accept “${correction}”`}
          onClick={() => onDecide(correction)}
        >
          {index === 0 ? "Accept" : correction}
        </button>
      ))}
      <button type="button" aria-pressed={decision === null} onClick={() => onDecide(null)}>
        Dismiss
      </button>
    </div>
  );
}
