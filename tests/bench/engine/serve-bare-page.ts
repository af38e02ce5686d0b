import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { weightsOf } from "./true-shape-models.ts";

const runtimeFolder = join(import.meta.dirname, "../../../node_modules/onnxruntime-web/dist");
const contentTypes = { html: "text/html", mjs: "text/javascript", wasm: "application/wasm" };

export interface BareServer {
  pageUrl: string;
  close(): void;
}

/**
 * Serves an empty, cross-origin isolated page, ONNX Runtime's own files under `/ort/` and a model's
 * weights as `/model.onnx`.
 */
export async function serveBarePage(modelFolder: string): Promise<BareServer> {
  const server = createServer(({ url = "/" }, response) => {
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    if (url === "/") {
      response.writeHead(200, { "content-type": contentTypes.html });
      response.end("<!doctype html><title>Plain ONNX Runtime</title>");
      return;
    }
    const file = fileAt(url, modelFolder);
    if (!file || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": contentTypeOf(file),
      "content-length": statSync(file).size,
    });
    createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the server has no port");
  return { pageUrl: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

function fileAt(url: string, modelFolder: string): string | null {
  if (url === "/model.onnx") return weightsOf(modelFolder);
  const runtimeFile = /^\/ort\/([\w.-]+)$/.exec(url)?.[1];
  return runtimeFile ? join(runtimeFolder, runtimeFile) : null;
}

function contentTypeOf(file: string): string {
  if (file.endsWith(".mjs")) return contentTypes.mjs;
  return file.endsWith(".wasm") ? contentTypes.wasm : "application/octet-stream";
}
