import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { Answer } from "./answer.ts";

/** Sends an answer as it is told; gives how many bytes of its body were handed to the network. */
export function send(
  { status, headers, body, framing, breaksOff }: Answer,
  response: ServerResponse,
  connection: { isHead: boolean; socket: Socket | undefined; lineBytesPerSecond: number },
): number {
  response.writeHead(status, { ...headers, ...framed(framing, body.length) });
  if (framing === "close") response.useChunkedEncodingByDefault = false;
  if (connection.isHead) {
    response.end();
    return 0;
  }
  if (!breaksOff) {
    if (connection.lineBytesPerSecond === Infinity) response.end(body);
    else void sendOverLine(body, response, connection.lineBytesPerSecond);
    return body.length;
  }
  const part = body.subarray(0, breaksOff.afterBytes);
  response.flushHeaders();
  const fail = () => {
    if (breaksOff.how === "end") response.destroy();
    if (breaksOff.how === "reset") connection.socket?.resetAndDestroy();
  };
  if (part.length === 0) fail();
  else response.write(part, fail);
  return part.length;
}

function framed(framing: Answer["framing"], bytes: number): Record<string, string | number> {
  switch (framing) {
    case "length":
      return { "content-length": bytes };
    case "chunked":
      return { "transfer-encoding": "chunked" };
    // Without a length or chunks only the end of the connection says where the body ends.
    case "close":
      return { connection: "close" };
  }
}

/** Sends no faster than a line carries. */
async function sendOverLine(
  body: Buffer,
  response: ServerResponse,
  lineBytesPerSecond: number,
): Promise<void> {
  const beganAtMs = performance.now();
  let sentBytes = 0;
  while (sentBytes < body.length && !response.destroyed) {
    const dueBytes = ((performance.now() - beganAtMs) / 1000) * lineBytesPerSecond;
    const part = body.subarray(sentBytes, Math.ceil(dueBytes));
    sentBytes += part.length;
    const isSent = part.length === 0 || response.write(part);
    await (isSent ? setTimeout(5) : Promise.race([once(response, "drain"), setTimeout(1000)]));
  }
  response.end();
}
