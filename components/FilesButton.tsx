import type { TargetedEvent } from "preact";

interface Props {
  label: string;
  /** What to pick: a folder with all that is in it, or a file with one of these endings. */
  pick: "folder" | ".zip" | ".pdf";
  onPick: (files: readonly File[]) => void;
  isQuiet?: boolean;
}

/** Every browser has this attribute, but Preact's types do not. */
const foldersOnly = { webkitdirectory: true, multiple: true };

/** Lets the reader pick from the disk. The browser's own control is there for keys and names, unseen. */
export function FilesButton({ label, pick, onPick, isQuiet = false }: Props) {
  const onChange = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = ""; // so that the same can be picked again
    if (files.length > 0) onPick(files);
  };
  return (
    <label class={isQuiet ? "button quiet" : "button"}>
      {label}
      <input
        type="file"
        class="visually-hidden"
        onChange={onChange}
        {...(pick === "folder" ? foldersOnly : { accept: pick })}
      />
    </label>
  );
}
