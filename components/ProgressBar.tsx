interface Props {
  name: string;
  doneBytes: number;
  /** 0 while nobody knows. */
  totalBytes: number;
}

/** How far something has come. */
export function ProgressBar({ name, doneBytes, totalBytes }: Props) {
  return totalBytes > 0 ? (
    <progress aria-label={name} value={doneBytes} max={totalBytes} />
  ) : (
    <progress aria-label={name} />
  );
}
