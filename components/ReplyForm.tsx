import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  /** What was typed before. */
  points: string;
  /** Whether the reader has come to type. */
  isFirst: boolean;
  onDraft: (points: string) => void;
}

/** What a reply is to say; typed here and never in the page, which could read along. */
export function ReplyForm({ points, isFirst, onDraft }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  const submit = (event: Event) => {
    event.preventDefault();
    onDraft(field.current?.value ?? "");
  };
  return (
    <form class="reply-form" onSubmit={submit}>
      <label>
        What it should say, if you like
        <textarea
          ref={field}
          rows={3}
          placeholder={"Yes to Tuesday\nAsk who else is coming"}
          defaultValue={points}
        />
      </label>
      <button type="submit" class={isFirst ? "primary" : ""}>
        Draft a reply
      </button>
    </form>
  );
}
