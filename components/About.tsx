/** Work of others that is part of Sotto, by licence. */
export const builtWith: readonly { name: string; pkg: string; licence: string }[] = [
  { name: "Transformers.js", pkg: "@huggingface/transformers", licence: "Apache-2.0" },
  { name: "ONNX Runtime Web", pkg: "onnxruntime-web", licence: "MIT" },
  { name: "Readability", pkg: "@mozilla/readability", licence: "Apache-2.0" },
  { name: "PDF.js", pkg: "pdfjs-dist", licence: "Apache-2.0" },
  { name: "Preact", pkg: "preact", licence: "MIT" },
  { name: "Preact Signals", pkg: "@preact/signals", licence: "MIT" },
  { name: "Valibot", pkg: "valibot", licence: "MIT" },
  { name: "Harper", pkg: "harper.js", licence: "Apache-2.0" },
  { name: "ELD", pkg: "eld", licence: "Apache-2.0" },
  { name: "hash-wasm", pkg: "hash-wasm", licence: "MIT" },
  { name: "zip.js", pkg: "@zip.js/zip.js", licence: "BSD-3-Clause" },
  { name: "diff", pkg: "diff", licence: "BSD-3-Clause" },
  { name: "WebExtension Polyfill", pkg: "webextension-polyfill", licence: "MPL-2.0" },
];

/** What Sotto is, what it does with what it sees, and whose work is in it. */
export function About({ version }: { version: string }) {
  return (
    <>
      <p>Sotto {version} reads with you and tells no one.</p>
      <p>
        It reads a page only when you ask. What it reads stays on this machine: the part of Sotto
        that sees your text has no network, and the part that has the network fetches models and
        never sees your text. There is no account, no statistics, nothing that phones home. Every
        request it ever made is in the list above.
      </p>
      <details>
        <summary>Work of others in Sotto</summary>
        <ul class="plain-list">
          {builtWith.map(({ name, licence }) => (
            <li key={name}>
              {name} <span class="caption">{licence}</span>
            </li>
          ))}
        </ul>
      </details>
      <p class="small-print">Each model has a licence of its own, which stands beside it.</p>
    </>
  );
}
