import * as v from "valibot";

/** Every way Sotto can fail a reader. `components/Notice.tsx` has one sentence for each. */
export const errorCodes = [
  "cancelled",
  "download-failed",
  "model-files-missing",
  "model-unsupported",
  "no-backend",
  "out-of-memory",
  "page-empty",
  "page-forbidden",
  "page-gone",
  "page-not-granted",
  "page-pdf",
  "storage-full",
  "text-too-long",
  "unexpected",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An `AppError` as it crosses a port, where only JSON survives and a plain `Error` becomes `{}`. */
export const wireErrorSchema = v.object({ code: v.picklist(errorCodes), message: v.string() });
export type WireError = v.InferOutput<typeof wireErrorSchema>;

/** A failure with a code the panel can explain. `message` is for the developer, never shown as is. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Gives anything thrown a code. An `AppError` passes through; an abort becomes `cancelled`. */
  static from(thrown: unknown, fallback: ErrorCode = "unexpected"): AppError {
    if (thrown instanceof AppError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new AppError(isAbort(thrown) ? "cancelled" : fallback, message, { cause: thrown });
  }

  static fromWire({ code, message }: WireError): AppError {
    return new AppError(code, message);
  }

  toWire(): WireError {
    return { code: this.code, message: this.message };
  }
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "AbortError";
}
