import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Serves a folder's `html/<id>.html.gz`, with a policy under which the pages' scripts do not run. */
export async function servePages(
  folder: string,
): Promise<{ urlOf(id: string): string; close(): void }> {
  const server = createServer((request, response) => {
    const id = (request.url ?? "").slice(1);
    const file = join(folder, "html", `${id}.html.gz`);
    if (!/^\w+$/.test(id) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "script-src 'none'",
    });
    response.end(gunzipSync(readFileSync(file)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server has no port");
  return {
    urlOf: (id) => `http://127.0.0.1:${address.port}/${id}`,
    close: () => server.close(),
  };
}
