import type { ComponentChildren } from "preact";
import type { Selected, Subject } from "../lib/panel/selection.ts";
import { Notice } from "./Notice.tsx";

interface Props {
  subject: Subject;
  /** What is offered below why a selection could not be read. */
  unread?: ComponentChildren;
  /** Draws what was read. */
  children: (selected: Selected) => ComponentChildren;
}

/** What the reader has selected, however far reading it has come; nothing while there is none. */
export function SubjectView({ subject, unread, children }: Props) {
  switch (subject.kind) {
    case "none":
      return null;
    case "reading":
      return <div class="reading" />;
    case "unread":
      return (
        <div class="problem">
          <Notice error={subject.error} />
          {unread}
        </div>
      );
    case "selected":
      return <>{children(subject)}</>;
  }
}
