import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What a command measures: takes the command line after its name, gives what is printed as JSON. */
export interface Measure {
  run(args: readonly string[]): Promise<unknown>;
}

/** Runs the measure that the command line names: `<name>.<kind>.ts` in a folder. */
export async function runMeasure(folder: string, kind: "bench" | "quality"): Promise<never> {
  const [name = "", ...args] = process.argv.slice(2);
  const file = join(folder, `${name}.${kind}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    console.error(`Name one of these: ${namesIn(folder, kind).join(", ")}.`);
    process.exit(2);
  }
  const measure: Measure = await import(file);
  console.log(JSON.stringify(await measure.run(args), null, 2));
  process.exit();
}

function namesIn(folder: string, kind: string): string[] {
  const ending = `.${kind}.ts`;
  return readdirSync(folder)
    .filter((entry) => entry.endsWith(ending))
    .map((entry) => entry.replace(ending, ""));
}
