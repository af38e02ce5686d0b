/** Tells Sotto's other pages that models came, went or were chosen. */
export function tellModelChange(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null); // what has changed, each page looks up itself
  channel.close();
}

/** Calls `listener` whenever another page tells so. */
export function watchModelChanges(listener: () => void): void {
  new BroadcastChannel(NAME).addEventListener("message", () => listener());
}

const NAME = "model-changes";
