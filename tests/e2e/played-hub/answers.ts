import type { IncomingMessage } from "node:http";
import { type Answer, answer, ranged } from "./answer.ts";
import type { HubFile, HubModel } from "./hub-model.ts";

// The shapes of the real hub's answers, header by header, as far as they matter to whoever fetches.

/** Where the hub sends whoever asks for a large file. */
export const store = "us.aws.cdn.hf.co";

/** Where the hub keeps small files at hand. */
export const cachePath = "/api/resolve-cache/models/";

/** Where the store keeps its files. */
export const storePath = "/xet-bridge-us/";

/** What every answer of the hub itself carries. `retry-after` is not among what pages may see. */
export function hubHeaders(request: IncomingMessage): Record<string, string> {
  return {
    "x-powered-by": "huggingface-moon",
    "referrer-policy": "strict-origin-when-cross-origin",
    "access-control-max-age": "86400",
    "access-control-allow-origin": request.headers.origin ?? "https://huggingface.co",
    vary: "Origin",
    "access-control-expose-headers":
      "X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link," +
      "Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash",
  };
}

/** What every answer of the store carries: there a page may see everything. */
export const storeHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "*",
};

/** `/api/models/{id}/tree/{revision}?recursive=true` */
export function listing({ files }: HubModel): Answer {
  const folders = new Set(
    [...files.keys()].filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""),
  );
  const tree = [
    ...[...folders].map((path) => ({ type: "directory", oid: "0".repeat(40), size: 0, path })),
    ...[...files.values()].map(entry),
  ];
  return answer(200, { "content-type": "application/json; charset=utf-8" }, JSON.stringify(tree));
}

function entry(file: HubFile) {
  const { path, sizeBytes: size, gitOid: oid } = file;
  if (!file.isLarge) return { type: "file", oid, size, path };
  const lfs = { oid: file.sha256, size, pointerSize: file.pointerBytes };
  return { type: "file", oid, size, lfs, xetHash: file.storeName, path };
}

/** `/api/models/{id}` and `/api/models/{id}/revision/{revision}` */
export function modelInfo({ id, commit, licence, files }: HubModel): Answer {
  const info = {
    id,
    modelId: id,
    sha: commit,
    gated: false,
    tags: ["transformers.js", "onnx", `license:${licence}`],
    cardData: { license: licence },
    siblings: [...files.keys()].map((rfilename) => ({ rfilename })),
  };
  return answer(200, { "content-type": "application/json; charset=utf-8" }, JSON.stringify(info));
}

/** `/{id}/resolve/{revision}/{path}`: never the file, but where it is. */
export function whereFileIs(
  model: HubModel,
  file: HubFile,
  asked: { pathname: string; validS: number },
): Answer {
  const { id, commit } = model;
  const name = `inline; filename*=UTF-8''${file.path.split("/").at(-1)}`;
  const common = {
    "content-type": "text/plain; charset=utf-8",
    "x-repo-commit": commit,
    "accept-ranges": "bytes",
    "content-disposition": name,
  };
  if (!file.isLarge) {
    const query = `${encodeURIComponent(asked.pathname)}=&etag=${encodeURIComponent(`"${file.gitOid}"`)}`;
    const location = `${cachePath}${id}/${commit}/${file.path}?${query}`;
    return answer(307, { ...common, location }, `Temporary Redirect. Redirecting to ${location}`);
  }
  const location = `https://${store}${addressOf(model, file.path)}?${signature(asked.validS)}`;
  const linked = {
    "x-linked-size": String(file.sizeBytes),
    "x-linked-etag": `"${file.sha256}"`,
    "x-xet-hash": file.storeName,
  };
  return answer(302, { ...common, ...linked, location }, `Found. Redirecting to ${location}`);
}

function signature(validS: number): string {
  const expires = Math.floor(Date.now() / 1000) + validS;
  return `X-Xet-Cas-Uid=public&Expires=${expires}&Policy=eyJ9&Signature=MEUC&Key-Pair-Id=K1LY`;
}

/** A small file from the hub's cache. */
export function cachedFile(request: IncomingMessage, model: HubModel, file: HubFile): Answer {
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "x-repo-commit": model.commit,
    etag: `"${file.gitOid}"`,
    "content-security-policy": "default-src 'none'; sandbox",
  };
  return file.bytes ? ranged(request, headers, file.bytes) : notFound("EntryNotFound");
}

/** A large file from the store, while its address is valid. Its `etag` is not its SHA-256. */
export function storedFile(request: IncomingMessage, url: URL, file: HubFile): Answer {
  if (Number(url.searchParams.get("Expires")) * 1000 < Date.now()) return accessDenied();
  const headers = { "content-type": "application/octet-stream", etag: `"${file.storeName}"` };
  return file.bytes ? ranged(request, headers, file.bytes) : notFound("EntryNotFound");
}

/** The path at which the store has a large file. */
export function addressOf({ commit, files }: HubModel, path: string): string {
  return `${storePath}${commit}/${files.get(path)?.storeName}`;
}

/** What the store says of an address that is no longer valid. */
export function accessDenied(): Answer {
  const body =
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>';
  return answer(403, { "content-type": "text/xml" }, body);
}

/** The hub has no such file, or no such revision. */
export function notFound(code: "EntryNotFound" | "RevisionNotFound"): Answer {
  const headers = { "content-type": "text/plain; charset=utf-8", "x-error-code": code };
  return answer(404, headers, code === "EntryNotFound" ? "Entry not found" : "Invalid rev id");
}

/** What the hub says of a model that is not there, as of one that needs an account. */
export function unauthorized(code: "GatedRepo" | "RepoNotFound"): Answer {
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "x-error-code": code,
    "www-authenticate": 'Bearer realm="Authentication required", charset="UTF-8"',
  };
  return answer(401, headers, "Invalid username or password.");
}

/** The page of a network that wants to be signed in to first. */
export function portalPage(): Answer {
  const page = "<!doctype html><title>Wi-Fi</title><h1>Sign in to the hotel's network</h1>";
  return answer(200, { "content-type": "text/html" }, page);
}
