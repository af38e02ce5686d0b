/**
 * The program of a Chromium, Chrome or Edge on this machine: the one named in the environment
 * variable CHROMIUM, one that Playwright installed, or one of the system. Null if there is none.
 */
export function findBrowser(): string | null;
