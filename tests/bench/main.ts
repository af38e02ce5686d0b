import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A bench: takes the command line after its name, gives what is printed as JSON. */
export interface Bench {
  run(args: readonly string[]): Promise<unknown>;
}

const [name = "", ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.bench.ts`);

if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`Name a bench: ${benchNames().join(", ")}.`);
  process.exit(2);
}

const bench: Bench = await import(file);
console.log(JSON.stringify(await bench.run(args), null, 2));
process.exit();

function benchNames(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((entry) => entry.endsWith(".bench.ts"))
    .map((entry) => entry.replace(".bench.ts", ""));
}
