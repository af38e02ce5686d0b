// Makes a fresh machine ready: packages, a browser, and with --build the extension itself. It runs
// before anything is installed, so it is plain JavaScript for any Node and depends on nothing. All
// it says goes to standard error: standard output belongs to the command that follows.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./find-browser.mjs";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const wants = new Set(process.argv.slice(2));

installPackages();
requireNode();
installBrowser();
if (wants.has("--display")) installDisplay();
if (wants.has("--build")) run("npx", ["wxt", "build"], "The extension could not be built.");

function installPackages() {
  const installed = join(root, "node_modules/.package-lock.json");
  const isFresh =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
  if (isFresh) return;
  say("Installing packages…");
  run("npm", ["ci", "--loglevel=error"], "The packages could not be installed.");
}

/** `npm run` puts node_modules/.bin first, where the packages may have brought a newer Node. */
function requireNode() {
  const carried = existsSync(join(root, "node_modules/.bin/node"));
  const major = Number(process.versions.node.split(".")[0]);
  if (carried || major >= 22) return;
  fail(`Sotto is built with Node 22 or later; this is Node ${process.versions.node}.`);
}

function installBrowser() {
  if (findBrowser()) return;
  say("No Chromium, Chrome or Edge found; installing Chromium…");
  if (canUseApt()) aptInstall(["chromium"]);
  if (!findBrowser()) trySpawn("npx", ["playwright", "install", "chromium"]);
  if (!findBrowser())
    fail("Install Chromium, Chrome or Edge, or name one in CHROMIUM, and try again.");
}

/** The real context menu needs a window manager to be clicked in; its test is left out without. */
function installDisplay() {
  const programs = ["/usr/bin/Xvfb", "/usr/bin/openbox", "/usr/bin/xdotool"];
  if (programs.every((program) => existsSync(program)) || !canUseApt()) return;
  say("Installing a virtual display…");
  aptInstall(["xvfb", "openbox", "xdotool"]);
}

function canUseApt() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function aptInstall(packages) {
  trySpawn("apt-get", ["update", "-qq"]);
  trySpawn("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
}

function run(command, args, complaint) {
  if (!trySpawn(command, args)) fail(complaint);
}

/** Runs a program, showing what it says; gives whether it went well. */
function trySpawn(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const stdio = ["ignore", 2, 2];
  const shell = process.platform === "win32"; // where npm and npx are scripts
  return spawnSync(command, args, { cwd: root, stdio, env, shell }).status === 0;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
