import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where systems keep browsers that can run Sotto, in the order in which they are tried. */
const places = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  ],
};

/** Playwright's own Chromium: folder of its downloads, and the program inside one. */
const playwright = {
  linux: [".cache/ms-playwright", "chrome-linux/chrome", "chrome-linux64/chrome"],
  darwin: [
    "Library/Caches/ms-playwright",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ],
  win32: ["AppData/Local/ms-playwright", "chrome-win/chrome.exe", "chrome-win64/chrome.exe"],
};

/**
 * The program of a Chromium, Chrome or Edge on this machine: the one named in the environment
 * variable CHROMIUM, one that Playwright installed, or one of the system. Null if there is none.
 */
export function findBrowser() {
  const candidates = [process.env.CHROMIUM, ...ofPlaywright(), ...(places[process.platform] ?? [])];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

function ofPlaywright() {
  const [folder, ...programs] = playwright[process.platform] ?? [];
  if (!folder) return [];
  const downloads = join(homedir(), folder);
  if (!existsSync(downloads)) return [];
  return readdirSync(downloads)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) => programs.map((program) => join(downloads, name, program)));
}
