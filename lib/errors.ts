import * as v from "valibot";

/** Every way Sotto can fail a reader. `components/Notice.tsx` has one sentence for each. */
export const errorCodes = [
  "cancelled",
  /** The hub, or a policy, sent us to a host that Sotto may not ask. */
  "download-blocked",
  /** 429, 5xx, or silence, after every wait was over. */
  "download-busy",
  /** What came is not what the hub's listing promises, twice. */
  "download-damaged",
  "download-failed",
  /** The hub no longer has the file. */
  "download-gone",
  /** A network that wants to be signed in to first answered in place of the hub. */
  "download-not-hub",
  "download-offline",
  /** The hub wants an account or a consent that Sotto cannot give. */
  "download-refused",
  /** A file of a stored model is not what was stored. */
  "model-damaged",
  "model-files-missing",
  "model-unsupported",
  "no-backend",
  "nothing-selected",
  /** The reader has switched the network off for good. */
  "offline-for-good",
  "out-of-memory",
  /** No pack on this machine translates in this direction. */
  "pack-missing",
  "page-empty",
  "page-forbidden",
  /** The reader is in a frame of another site, to which the right to read the page does not extend. */
  "page-frame-forbidden",
  "page-gone",
  "page-not-granted",
  /** What should be a PDF is none, or is damaged. */
  "page-pdf-broken",
  /** The PDF wants a password. */
  "page-pdf-locked",
  /** The PDF holds pictures of pages and no text. */
  "page-pdf-scan",
  "page-pdf-too-large",
  /** The browser keeps no copy of the PDF that it shows. */
  "page-pdf-unkept",
  "storage-full",
  "text-too-long",
  "unexpected",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a sentence for the reader may name. Never anything that was read. */
export const errorFactsSchema = v.object({
  /** A model's file, such as `onnx/model_q4.onnx`. */
  file: v.optional(v.string()),
  host: v.optional(v.string()),
  neededBytes: v.optional(v.number()),
  freeBytes: v.optional(v.number()),
});
export type ErrorFacts = v.InferOutput<typeof errorFactsSchema>;

/** An `AppError` as it crosses a port, where only JSON survives and a plain `Error` becomes `{}`. */
export const wireErrorSchema = v.object({
  code: v.picklist(errorCodes),
  message: v.string(),
  facts: v.optional(errorFactsSchema, {}),
});
export type WireError = v.InferOutput<typeof wireErrorSchema>;

/** A failure with a code the panel can explain. `message` is for the developer, never shown as is. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions & { facts?: ErrorFacts }) {
    super(message, options);
    this.code = code;
    this.facts = options?.facts ?? {};
  }

  /** Gives anything thrown a code. An `AppError` passes through; an abort becomes `cancelled`. */
  static from(thrown: unknown, fallback: ErrorCode = "unexpected"): AppError {
    if (thrown instanceof AppError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new AppError(isAbort(thrown) ? "cancelled" : fallback, message, { cause: thrown });
  }

  static fromWire({ code, message, facts }: WireError): AppError {
    return new AppError(code, message, { facts });
  }

  toWire(): WireError {
    return { code: this.code, message: this.message, facts: this.facts };
  }
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "AbortError";
}
