/** Whether what was thrown says that the disk, or the part of it that Sotto may use, is full. */
export function isDiskFull(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "QuotaExceededError";
}
