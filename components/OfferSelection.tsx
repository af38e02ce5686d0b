import type { ReadonlySignal } from "@preact/signals";
import type { Replying } from "../lib/panel/replying.ts";
import type { Rewriting } from "../lib/panel/rewriting.ts";
import type { OwnTask } from "../lib/tasks/own-task.ts";
import type { RewriteWay } from "../lib/tasks/rewrite-way.ts";
import { ReplyForm } from "./ReplyForm.tsx";
import { RewriteChoices } from "./RewriteChoices.tsx";

interface Props {
  /** Whether the ways to rewrite are in sight, as where a selection is known of. */
  isOpen: boolean;
  rewriting: Pick<Rewriting, "lastWords">;
  replying: Pick<Replying, "points">;
  ownTasks: ReadonlySignal<readonly OwnTask[]>;
  onRewrite: (way: RewriteWay, words?: string) => void;
  onReply: (points: string) => void;
  onTranslateSelection: () => void;
}

/** What can be done with what is selected on the page, besides summarizing it. */
export function OfferSelection({ isOpen, ownTasks, onRewrite, onReply, ...typed }: Props) {
  return (
    <>
      <details class="other-ways" open={isOpen}>
        <summary>Rewrite the selected text</summary>
        <RewriteChoices
          ownTasks={ownTasks.value}
          lastWords={typed.rewriting.lastWords.value}
          waitsForWords={false}
          onChoose={(way) => onRewrite(way)}
          onOwnWords={(words) => onRewrite("own", words)}
        />
      </details>
      <details>
        <summary>Reply to the selected text</summary>
        <ReplyForm points={typed.replying.points.value} isFirst={false} onDraft={onReply} />
      </details>
      <div class="actions">
        <button type="button" class="quiet aligned" onClick={typed.onTranslateSelection}>
          Translate the selected text
        </button>
      </div>
    </>
  );
}
