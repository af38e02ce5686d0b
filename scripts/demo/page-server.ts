import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, dirname, extname, join, normalize, resolve } from "node:path";

const bundledArticle = join(import.meta.dirname, "../../tests/fixtures/pages/article.html");

/** Types of what a saved page may bring along; anything else goes out as bytes. */
const contentTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/**
 * The address of the page to read: a URL as it is, a file over a server of its own, and without
 * either the bundled article.
 * @throws Error if there is no such file.
 */
export async function openPage(
  asked: string = bundledArticle,
): Promise<{ url: string; close(): void }> {
  if (/^https?:\/\//.test(asked)) return { url: asked, close: () => {} };
  const file = resolve(asked);
  if (!existsSync(file)) throw new Error(`There is no file ${asked}.`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = join(dirname(file), normalize(decodeURIComponent(pathname)));
    if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
    const contentType = contentTypes[extname(path)] ?? "application/octet-stream";
    response.setHeader("content-type", contentType);
    return createReadStream(path).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The page server has no port.");
  const url = `http://localhost:${address.port}/${encodeURIComponent(basename(file))}`;
  return { url, close: () => server.close() };
}
