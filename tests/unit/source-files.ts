import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A file of what ships, by its path from the root. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every TypeScript file that ships. */
export const sourceFiles: readonly SourceFile[] = ["components", "entrypoints", "lib"].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
);
