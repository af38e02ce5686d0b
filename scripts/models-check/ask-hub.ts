import { createHash } from "node:crypto";
import * as v from "valibot";

/** A file as the hub lists it. */
export interface ListedFile {
  path: string;
  bytes: number;
  /** The listing has it for large files only. */
  sha256: string | null;
  gitOid: string;
}

/** What the hub has under a model's id. */
export interface ListedModel {
  commit: string;
  licence: string;
  /** Whether the hub asks for an account or a consent first. */
  isGated: boolean;
  files: readonly ListedFile[];
}

/** The hub did not answer at all: there is no use in asking on. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

const infoSchema = v.object({
  sha: v.string(),
  gated: v.optional(v.union([v.boolean(), v.string()]), false),
  cardData: v.optional(
    v.object({ license: v.optional(v.string(), ""), license_name: v.optional(v.string()) }),
    {},
  ),
});

const treeSchema = v.array(
  v.object({
    type: v.string(),
    path: v.string(),
    oid: v.string(),
    size: v.optional(v.number(), 0),
    lfs: v.optional(v.object({ oid: v.string(), size: v.number() })),
  }),
);

/**
 * What a hub has of a model at a revision.
 * @throws Unreachable without a network; an `Error` that says what the hub answered.
 */
export async function askHub(origin: string, id: string, revision: string): Promise<ListedModel> {
  const about = `${origin}/api/models/${id}/revision/${encodeURIComponent(revision)}`;
  const info = v.parse(infoSchema, await (await ask(about)).json());
  const tree = `${origin}/api/models/${id}/tree/${info.sha}?recursive=true`;
  const entries = v.parse(treeSchema, await (await ask(tree)).json());
  const files = entries
    .filter(({ type }) => type === "file")
    .map(({ path, size, oid, lfs }) => {
      return { path, bytes: lfs?.size ?? size, sha256: lfs?.oid ?? null, gitOid: oid };
    });
  const { license, license_name: name } = info.cardData;
  return { commit: info.sha, licence: name ?? license, isGated: info.gated !== false, files };
}

/**
 * The SHA-256 of a small file, which the listing does not tell; it is fetched for that.
 * @throws Error when what comes is not what git has under that name.
 */
export async function hashSmallFile(
  origin: string,
  model: { id: string; commit: string },
  { path, gitOid }: ListedFile,
): Promise<string> {
  const response = await ask(`${origin}/${model.id}/resolve/${model.commit}/${path}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const oid = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  if (oid !== gitOid) throw new Error(`${path} is not the file that the hub lists`);
  return createHash("sha256").update(bytes).digest("hex");
}

async function ask(url: string): Promise<Response> {
  const response = await fetch(url).catch((thrown: unknown) => {
    throw new Unreachable(`${new URL(url).host} cannot be reached`, { cause: thrown });
  });
  if (response.ok) return response;
  // Of a model that is not there it says the same as of one that needs an account.
  if (response.status === 401) throw new Error("the hub has no such model that all may see");
  if (response.status === 404) throw new Error("the hub has no such revision");
  throw new Error(`the hub answered ${response.status}`);
}
