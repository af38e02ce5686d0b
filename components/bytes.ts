/** Bytes as the reader is told of them, in millions. */
export function megabytes(bytes: number): string {
  return `${megabyteCount(bytes)} MB`;
}

/** "12 of 365 MB"; only "12 MB" while the whole is not known. */
export function megabytesOf(loadedBytes: number, totalBytes: number): string {
  if (totalBytes === 0) return megabytes(loadedBytes);
  return `${megabyteCount(loadedBytes)} of ${megabytes(totalBytes)}`;
}

/** Small amounts keep a decimal, so that no model is said to be 0 MB. */
function megabyteCount(bytes: number): string {
  const millions = bytes / 1e6;
  return millions >= 10 || millions === 0 ? millions.toFixed(0) : millions.toFixed(1);
}
