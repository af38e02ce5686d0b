/** Bytes as the reader is told of them: "365 MB", "2.3 GB". */
export function inWords(bytes: number): string {
  const { count, unit } = counted(bytes);
  return `${count} ${unit}`;
}

/** "12 of 365 MB", "0.9 of 2.3 GB"; only "12 MB" while the whole is not known. */
export function partInWords(loadedBytes: number, totalBytes: number): string {
  if (totalBytes === 0) return inWords(loadedBytes);
  const part = counted(loadedBytes);
  const whole = counted(totalBytes);
  return part.unit === whole.unit
    ? `${part.count} of ${inWords(totalBytes)}`
    : `${inWords(loadedBytes)} of ${inWords(totalBytes)}`;
}

/** Small amounts keep a decimal, so that nothing is said to be 0 MB which is not. */
function counted(bytes: number): { count: string; unit: "kB" | "MB" | "GB" } {
  const millions = bytes / 1e6;
  if (bytes > 0 && millions < 0.1) return { count: Math.ceil(bytes / 1e3).toFixed(0), unit: "kB" };
  if (millions >= 999.5) return { count: (millions / 1000).toFixed(1), unit: "GB" };
  return { count: millions.toFixed(millions >= 10 || millions === 0 ? 0 : 1), unit: "MB" };
}
