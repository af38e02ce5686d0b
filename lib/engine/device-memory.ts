import * as v from "valibot";

/**
 * Memory of this machine in bytes as the browser tells it: rounded, and no more than its cap. Null
 * in browsers that keep it to themselves.
 */
export function deviceMemoryBytes(): number | null {
  const { deviceMemory } = v.parse(navigatorSchema, navigator);
  return deviceMemory === undefined ? null : deviceMemory * 2 ** 30;
}

/** https://www.w3.org/TR/device-memory/, in GiB; unknown to TypeScript. */
const navigatorSchema = v.object({ deviceMemory: v.optional(v.number()) });
