import { join } from "node:path";
import { OnnxGraph } from "./onnx.ts";
import { writeMessage } from "./protobuf.ts";

/** Writes `smallest-network.onnx`, which gives what it is given: all that a runtime needs to start. */
export function buildSmallestNetwork(folder: string): void {
  const graph = new OnnxGraph("smallest");
  graph.input("given", "float32", [1]);
  graph.output("result", "float32", [1]);
  graph.node("Identity", ["given"], "result");
  writeMessage(join(folder, "smallest-network.onnx"), graph.toModel());
}
