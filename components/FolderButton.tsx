import type { TargetedEvent } from "preact";

interface Props {
  onPick: (files: readonly File[]) => void;
}

/** Every browser has this attribute, but Preact's types do not. */
const foldersOnly = { webkitdirectory: true };

/** Lets the reader pick a folder. The browser's own control is there for keys and names, unseen. */
export function FolderButton({ onPick }: Props) {
  const pick = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = ""; // so that the same folder can be picked again
    if (files.length > 0) onPick(files);
  };
  return (
    <label class="button">
      Use a folder…
      <input type="file" class="visually-hidden" multiple onChange={pick} {...foldersOnly} />
    </label>
  );
}
