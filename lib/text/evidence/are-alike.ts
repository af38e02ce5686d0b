import type { Token } from "./evidence-tokens.ts";

/** Whether two words share their stem or a meaning. */
export function areAlike(one: Token, other: Token): boolean {
  return one.stem === other.stem || one.senses.some((sense) => other.senses.includes(sense));
}
