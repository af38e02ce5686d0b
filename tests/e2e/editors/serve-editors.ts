import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "vite";
import { editors, pageOf } from "./editor-list.ts";

/** Pages with an editor each, bundled when first asked for and served to this machine only. */
export interface EditorServer {
  /** `setting` is where in the page the editor stands: plain, iframe or shadow. */
  urlOf(editor: string, setting: string): string;
  close(): void;
}

/** Starts a server with a page for each file of `pages`. */
export async function serveEditors(): Promise<EditorServer> {
  const bundles = new Map<string, Promise<string>>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, name = "", part] = url.pathname.split("/");
    if (!editors.some((editor) => editor === name)) return response.writeHead(404).end();
    const isScript = part === "page.js";
    if (isScript && !bundles.has(name)) bundles.set(name, bundle(name));
    const body = isScript
      ? await bundles.get(name)
      : pageFor(name, url.searchParams.get("in") ?? "plain");
    const type = isScript ? "text/javascript" : "text/html";
    return response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server has no port");
  return {
    urlOf: (editor, setting) => `http://127.0.0.1:${address.port}/${editor}/?in=${setting}`,
    close: () => server.close(),
  };
}

function pageFor(name: string, setting: string): string {
  const body =
    setting === "iframe"
      ? `<p>Around it.</p><iframe src="/${name}/?in=plain" width="800" height="500"></iframe>`
      : `<p>Around it.</p><script src="/${name}/page.js" type="module"></script>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body>${body}</body></html>`;
}

async function bundle(name: string): Promise<string> {
  const { page, packages } = pageOf(name);
  const entry = join(import.meta.dirname, "pages", `${page}.js`);
  if (!existsSync(entry)) throw new Error(`${entry} is missing`);
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: packages },
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
      modulePreload: { polyfill: false },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (!output || !("output" in output)) throw new Error(`${name} was not bundled`);
  return output.output[0].code;
}
