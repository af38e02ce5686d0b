import { CopyButtons } from "./CopyButtons.tsx";

interface Props {
  /** The keys that are set for the toolbar button; null if there are none. */
  toolbarKeys: string | null;
  /** The keys that are set for rewriting; null if there are none. */
  rewriteKeys: string | null;
  /** The keys that are set for translating; null if there are none. */
  translateKeys: string | null;
  /** The address of the browser's own page for them. */
  whereToChange: string;
  onCopy: (text: string) => Promise<boolean>;
}

/** How to call Sotto, and where the browser changes its keys. */
export function Shortcuts({
  toolbarKeys,
  rewriteKeys,
  translateKeys,
  whereToChange,
  onCopy,
}: Props) {
  return (
    <>
      <p>
        {toolbarKeys === null ? (
          "No keys are set for summarizing the page in front of you."
        ) : (
          <>
            <kbd>{toolbarKeys}</kbd> summarizes the page in front of you, or what you selected on
            it, as Sotto’s toolbar button does. Right-clicking a page or a selection offers the
            same.
          </>
        )}
      </p>
      {rewriteKeys !== null && (
        <p>
          <kbd>{rewriteKeys}</kbd> rewrites what you selected, in the way you chose last.
        </p>
      )}
      {translateKeys !== null && (
        <p>
          <kbd>{translateKeys}</kbd> translates what you selected.
        </p>
      )}
      <p>
        The browser changes these keys on a page of its own. Put this address into the address bar:
      </p>
      <div class="actions">
        <code>{whereToChange}</code>
        <CopyButtons texts={{ "Copy address": whereToChange }} onCopy={onCopy} />
      </div>
    </>
  );
}
