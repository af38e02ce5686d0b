import type { ErrorCode, ErrorFacts } from "../../../lib/errors.ts";
import type { Fault, Harm } from "../played-hub/faults.ts";
import { weights } from "./made-model.ts";

/** In the middle of the made model's weights, and of its tokenizer. */
const middle = 40_000;
const middleOfTokenizer = 12_000;

/** The commit that a model's older revision has. */
export const olderCommit = `${"0".repeat(39)}1`;

function status(
  status: number,
  more: { retryAfterS?: number; hidden?: true } = {},
): Extract<Harm, { kind: "status" }> {
  return { kind: "status", status, ...more };
}

const once = (harm: Harm): Fault => ({ room: "bytes", path: weights, times: 1, harm });
const always = (harm: Harm): Fault => ({ room: "bytes", path: weights, harm });
const breaksOff: Harm = { kind: "breaks-off", atByte: middle, how: "end" };

/** Faults that pass, or that Sotto gets round, without the reader having to do anything. */
export const healing: Readonly<Record<string, readonly Fault[]>> = {
  "a connection that ends": [once(breaksOff)],
  "a connection that is reset": [once({ kind: "breaks-off", atByte: middle, how: "reset" })],
  "a connection that falls silent": [once({ kind: "breaks-off", atByte: middle, how: "silence" })],
  "a short length": [once({ kind: "truncated", atByte: middle, framing: "length" })],
  "chunks that end early": [once({ kind: "truncated", atByte: middle, framing: "chunked" })],
  "a body that only its end ends": [once({ kind: "truncated", atByte: middle, framing: "close" })],
  "a gzip that ends early": [once({ kind: "truncated", atByte: middle, framing: "gzip" })],
  "more bytes than there are": [once({ kind: "longer", moreBytes: 77 })],
  "a flipped bit": [once({ kind: "flipped", atByte: middle, bit: 3 })],
  "a flipped bit in a small file": [
    {
      room: "bytes",
      path: "tokenizer.json",
      times: 1,
      harm: { kind: "flipped", atByte: middleOfTokenizer, bit: 3 },
    },
  ],
  "another file": [once({ kind: "swapped", path: "tokenizer.json" })],
  "another revision of the file": [once({ kind: "swapped", commit: olderCommit })],
  "a range that is ignored": [always({ kind: "range-ignored" })],
  "a range that is ignored where one went on": [
    once(breaksOff),
    { ...always({ kind: "range-ignored" }), skip: 1 },
  ],
  "another range than asked for": [once({ kind: "wrong-range", shiftBytes: 9, told: true })],
  "another range than is told": [once({ kind: "wrong-range", shiftBytes: 9, told: false })],
  "another size than is listed": [once({ kind: "wrong-size", sizeBytes: 9 })],
  "an address that is valid no longer": [
    { room: "redirect", path: weights, times: 1, harm: { kind: "expired" } },
  ],
  "a 416": [once(status(416))],
  "a 429 that says how long to wait": [once(status(429, { retryAfterS: 1 }))],
  "a 503": [once(status(503))],
  "a 503 to the listing": [{ room: "listing", times: 1, harm: status(503) }],
  "an error that pages may not see": [once(status(500, { hidden: true }))],
};

/** A fault that stays, and what the reader is told of it. */
export interface Lasting {
  faults: readonly Fault[];
  code: ErrorCode;
  facts: ErrorFacts;
}

const hub = "huggingface.co";
const store = "us.aws.cdn.hf.co";
const portal: Harm = { kind: "portal" };
const damaged = (harm: Harm): Lasting => ({
  faults: [always(harm)],
  code: "download-damaged",
  facts: { file: weights },
});

/** Faults that stay, with what the reader is told. */
export const lasting: Readonly<Record<string, Lasting>> = {
  "a portal's page for the newest commit": {
    faults: [{ room: "commit", harm: portal }],
    code: "download-not-hub",
    facts: { host: hub },
  },
  "a portal's page for the listing": {
    faults: [{ room: "listing", harm: portal }],
    code: "download-not-hub",
    facts: { host: hub },
  },
  "a portal's page for where a file is": {
    faults: [{ room: "redirect", path: weights, harm: portal }],
    code: "download-not-hub",
    facts: { host: hub, file: weights },
  },
  "a portal's page for a file": {
    faults: [always(portal)],
    code: "download-not-hub",
    facts: { host: store, file: weights },
  },
  "a flipped bit": damaged({ kind: "flipped", atByte: middle, bit: 0 }),
  "a flipped bit in a small file": {
    faults: [
      {
        room: "bytes",
        path: "tokenizer.json",
        harm: { kind: "flipped", atByte: middleOfTokenizer, bit: 7 },
      },
    ],
    code: "download-damaged",
    facts: { file: "tokenizer.json" },
  },
  "another file": damaged({ kind: "swapped", path: "tokenizer.json" }),
  "another revision of the file": damaged({ kind: "swapped", commit: olderCommit }),
  "another range than asked for": damaged({ kind: "wrong-range", shiftBytes: 9, told: true }),
  // Of the wrong range the end is missing, so that it seems to be a connection that breaks off.
  "another range than is told": {
    ...damaged({ kind: "wrong-range", shiftBytes: 9, told: false }),
    code: "download-failed",
    facts: { host: hub, file: weights },
  },
  "more bytes than there are": damaged({ kind: "longer", moreBytes: 77 }),
  "a 416": damaged(status(416)),
  "a redirect to a host that is not listed": {
    faults: [
      {
        room: "redirect",
        path: weights,
        harm: { kind: "redirect", to: "https://elsewhere.example/weights" },
      },
    ],
    code: "download-blocked",
    facts: { file: weights }, // a page may not know where it was sent
  },
  "a 401 to the listing": {
    faults: [{ room: "listing", harm: status(401) }],
    code: "download-refused",
    facts: { host: hub },
  },
  "a 401 to a file": {
    faults: [{ room: "redirect", path: weights, harm: status(401) }],
    code: "download-refused",
    facts: { host: hub, file: weights },
  },
  "a 404 to the listing": {
    faults: [{ room: "listing", harm: status(404) }],
    code: "download-gone",
    facts: { host: hub },
  },
  "a 404 to a file": {
    faults: [{ room: "redirect", path: weights, harm: status(404) }],
    code: "download-gone",
    facts: { host: hub, file: weights },
  },
  "addresses that are never valid": {
    faults: [{ room: "redirect", path: weights, harm: { kind: "expired" } }],
    code: "download-refused",
    facts: { host: store, file: weights },
  },
  "a 429 for ever": {
    faults: [always(status(429))],
    code: "download-busy",
    facts: { host: store, file: weights },
  },
  "a 503 for ever": {
    faults: [{ room: "listing", harm: status(503) }],
    code: "download-busy",
    facts: { host: hub },
  },
  "connections that are reset for ever": {
    faults: [always({ kind: "breaks-off", atByte: middle, how: "reset" })],
    code: "download-failed",
    facts: { host: hub, file: weights },
  },
};
