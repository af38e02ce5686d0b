import { type Pack, packs } from "./catalogue/packs.ts";

/**
 * The pack that a model of the hub is, or null if it is none. One that was brought in from a folder
 * is known by the folder's name.
 */
export function packOf(modelId: string): Pack | null {
  const known = packs.find(({ id }) => nameIn(id) === nameIn(modelId));
  return known ? { ...known, id: modelId } : null;
}

/**
 * The packs that translate in a direction, one after the other: one, or two with English between
 * them. Null if there is no way through those that are given.
 */
export function findRoute(
  direction: { from: string; to: string },
  among: readonly Pack[] = packs,
): readonly Pack[] | null {
  const find = (from: string, to: string) =>
    among.find((pack) => pack.from === from && pack.to === to);
  const direct = find(direction.from, direction.to);
  if (direct) return [direct];
  const toEnglish = find(direction.from, "en");
  const fromEnglish = find("en", direction.to);
  const isDetour = direction.from !== direction.to;
  return isDetour && toEnglish && fromEnglish ? [toEnglish, fromEnglish] : null;
}

/** The packs of a direction's way that are not here; none where there is no way at all. */
export function packsToFetch(
  direction: { from: string; to: string },
  here: readonly Pack[],
): readonly Pack[] {
  const isHere = ({ from, to }: Pack) => here.some((pack) => pack.from === from && pack.to === to);
  return (findRoute(direction) ?? []).filter((pack) => !isHere(pack));
}

/** What a pack is called, such as "German to English". */
export function packName({ from, to }: Pick<Pack, "from" | "to">): string {
  return `${languageName(from)} to ${languageName(to)}`;
}

/** A language's English name, or its code where it has none. */
export function languageName(code: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
}

function nameIn(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
