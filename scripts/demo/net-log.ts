import { readFileSync } from "node:fs";

/**
 * The URLs on the network that an extension asked for, from Chromium's log of everything that its
 * network stack did (https://www.chromium.org/for-testers/providing-network-details/). The log sees
 * workers and offscreen pages too. It has an event a line, and may be cut while it is written.
 */
export function readNetLog(path: string, extensionId: string): string[] {
  const initiator = `"initiator":"chrome-extension://${extensionId}"`;
  const ofExtension = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.includes(initiator));
  const urls = ofExtension.flatMap(
    (line) => line.match(/"url":"((?:https?|wss?):[^"]+)"/)?.[1] ?? [],
  );
  return [...new Set(urls)];
}
