/**
 * Lets a worker hear messages, such as Stop, while it computes. Awaiting the model is not enough: on
 * the processor it never leaves the current task.
 */
export class MessageTurns {
  readonly #channel = new MessageChannel();
  #resume = () => {};

  constructor() {
    this.#channel.port1.onmessage = () => this.#resume();
  }

  /** Resolves in a task of its own, after the messages that are waiting now. */
  letMessagesIn(): Promise<void> {
    return new Promise((resolve) => {
      this.#resume = resolve;
      this.#channel.port2.postMessage(null);
    });
  }

  /** Frees the channel, which else would live as long as the worker. */
  end(): void {
    this.#channel.port1.close();
  }
}
