import * as v from "valibot";
import { rewriteKinds } from "./rewrite.task.ts";

/** A way to rewrite, as menus, requests and storage name it: Sotto's own, or a task of the reader's. */
export const rewriteWaySchema = v.union([
  v.picklist(rewriteKinds),
  v.object({ ownTaskId: v.string() }),
]);
export type RewriteWay = v.InferOutput<typeof rewriteWaySchema>;
