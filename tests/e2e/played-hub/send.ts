import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Answer } from "./answer.ts";

/** Sends an answer as it is told; gives how many bytes of its body were handed to the network. */
export function send(
  { status, headers, body, framing, breaksOff }: Answer,
  response: ServerResponse,
  connection: { isHead: boolean; socket: Socket | undefined },
): number {
  response.writeHead(status, { ...headers, ...framed(framing, body.length) });
  if (framing === "close") response.useChunkedEncodingByDefault = false;
  if (connection.isHead) {
    response.end();
    return 0;
  }
  if (!breaksOff) {
    response.end(body);
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
