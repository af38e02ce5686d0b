import { createHash } from "node:crypto";

/** Numbers that look random and are the same for every seed. */
export class Random {
  readonly #seed: number;
  #drawn = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A whole number from 0 on, less than `below`. */
  below(below: number): number {
    const hash = createHash("sha256").update(`${this.#seed} ${this.#drawn++}`).digest();
    return Math.floor((hash.readUInt32LE() / 2 ** 32) * below);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new Error("there is nothing to choose from");
    return chosen;
  }
}
