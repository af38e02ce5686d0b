type Decode = (tokenIds: readonly number[]) => string;

/** What a decoder gives for bytes that are not yet a character. */
const INCOMPLETE = "\uFFFD";

/**
 * Turns tokens into text as they come. A character may take several tokens, and what a token looks
 * like may depend on the one before, so tokens are decoded with the piece before them and given out
 * only when they end in whole characters.
 */
export class TokenDecoder {
  readonly #decode: Decode;
  /** Tokens whose text is out but which the next ones are decoded with. */
  #given: number[] = [];
  #waiting: number[] = [];

  constructor(decode: Decode) {
    this.#decode = decode;
  }

  /** The text that `tokenId` completes; empty while a character is incomplete. */
  push(tokenId: number): string {
    this.#waiting.push(tokenId);
    const text = this.#textOfWaiting();
    if (text === "" || text.endsWith(INCOMPLETE)) return "";
    this.#given = this.#waiting;
    this.#waiting = [];
    return text;
  }

  /** What is left at the end of an answer, whole or not. */
  flush(): string {
    return this.#textOfWaiting();
  }

  #textOfWaiting(): string {
    const before = this.#decode(this.#given);
    return this.#decode([...this.#given, ...this.#waiting]).slice(before.length);
  }
}
