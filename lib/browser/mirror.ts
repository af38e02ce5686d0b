import * as v from "valibot";
import { browser } from "wxt/browser";

const managedSchema = v.object({ mirror: v.pipe(v.string(), v.url()) });

/**
 * The origin that an administrator's policy has models fetched from; undefined where none is set.
 * It must be among the origins that the build lists: the manifest's policy opens no other, and
 * cannot be opened at run time.
 */
export async function readMirror(): Promise<string | undefined> {
  // Firefox throws where there is no policy at all.
  const managed: unknown = await browser.storage.managed.get("mirror").catch(() => null);
  const parsed = v.safeParse(managedSchema, managed);
  return parsed.success ? new URL(parsed.output.mirror).origin : undefined;
}
