import type { Asking } from "../lib/panel/asking.ts";

interface Props {
  asking: Pick<Asking, "typed" | "type" | "isBusy">;
  onAsk: () => void;
}

/** In characters; more would take the room of the page. */
const longestQuestion = 1_000;

/** Where a question is typed; here and never in the page, which could read along. */
export function AskForm({ asking, onAsk }: Props) {
  const isBusy = asking.isBusy.value;
  const submit = (event: Event) => {
    event.preventDefault();
    onAsk();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isAsked = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (isAsked) submit(event);
  };
  return (
    <form class="ask-form" onSubmit={submit}>
      <label>
        Ask about this page
        <textarea
          rows={2}
          maxLength={longestQuestion}
          value={asking.typed.value}
          onInput={(event) => asking.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      {/* stays while it cannot be pressed, so that the keyboard's focus stays on it */}
      <button type="submit" aria-disabled={isBusy}>
        Ask
      </button>
    </form>
  );
}
