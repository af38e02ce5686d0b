import type { Page } from "@playwright/test";
import type { Launched } from "./launch.ts";

/** Opens the page of models and settings in a tab. */
export async function openOptions(sotto: Launched): Promise<Page> {
  const page = await sotto.context.newPage();
  await page.goto(`chrome-extension://${sotto.extensionId}/options.html`);
  return page;
}

/** Writes a task of the reader's own. */
export async function addTask(
  options: Page,
  { name, instruction }: { name: string; instruction: string },
): Promise<void> {
  await options.getByRole("button", { name: "Add a task…" }).click();
  await options.getByLabel("Name", { exact: true }).fill(name);
  await options.getByLabel("What to ask of the model").fill(instruction);
  await options.getByRole("button", { name: "Add it" }).click();
  await options.getByRole("heading", { name }).waitFor();
}

/** Where the stand-in for a reader's folder lies in the page's private files. */
const FOLDER = "picked by the reader";

/** Lets the page pick a folder without the browser's own window, which no test can use. */
export async function playFolderPicker(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(name, { create: true });
    Object.assign(globalThis, { showDirectoryPicker: async () => folder });
  }, FOLDER);
}

/** The files that were written into the picked folder, by path. */
export async function filesInPickedFolder(page: Page): Promise<Record<string, Buffer>> {
  const encoded = await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const files: Record<string, string> = {};
    const read = async (folder: FileSystemDirectoryHandle, at: string) => {
      for await (const entry of folder.values()) {
        const path = at + entry.name;
        if (entry.kind === "directory") await read(entry, `${path}/`);
        else files[path] = new Uint8Array(await (await entry.getFile()).arrayBuffer()).toBase64();
      }
    };
    await read(await root.getDirectoryHandle(name), "");
    return files;
  }, FOLDER);
  return Object.fromEntries(
    Object.entries(encoded).map(([path, content]) => [path, Buffer.from(content, "base64")]),
  );
}

/** Changes one byte of a stored file, as a failing disk would. */
export function damageStoredFile(page: Page, fileName: string): Promise<void> {
  return page.evaluate(async (fileName) => {
    const root = await navigator.storage.getDirectory();
    const find = async (
      folder: FileSystemDirectoryHandle,
    ): Promise<FileSystemFileHandle | null> => {
      for await (const entry of folder.values()) {
        if (entry.kind === "file" && entry.name === fileName) return entry;
        const found = entry.kind === "directory" ? await find(entry) : null;
        if (found) return found;
      }
      return null;
    };
    const file = await find(await root.getDirectoryHandle("models"));
    if (!file) throw new Error(`${fileName} is not stored`);
    const byte = new Uint8Array(await (await file.getFile()).slice(100, 101).arrayBuffer());
    const writable = await file.createWritable({ keepExistingData: true });
    await writable.write({ type: "write", position: 100, data: byte.map((value) => value ^ 1) });
    await writable.close();
  }, fileName);
}
