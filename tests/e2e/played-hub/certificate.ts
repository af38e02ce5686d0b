import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The key and the certificate of every host that is played. */
export const pem = readFileSync(join(import.meta.dirname, "../hub-certificate.pem"), "utf8");

/** Has a browser take the played hub for the real one. */
export const trustingHub: readonly string[] = [
  `--ignore-certificate-errors-spki-list=${hashOfKey(pem)}`,
];

/** The name of a key in Chromium's settings: the hash of its public half. */
function hashOfKey(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
