import type { ToPage, ToPanel } from "./page-messages.ts";
import { TranslatedPage } from "./translated-page.ts";

/** One end of a channel to the panel. */
export interface PanelChannel {
  send(message: ToPanel): void;
  onMessage(listener: (message: ToPage) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

/**
 * Translates the page of a frame as the panel says. A panel that goes away leaves what is translated;
 * the next one goes on with it. Gives what takes a panel's channel.
 *
 * @param onRestored Called once the page is what it was, and nothing of ours is in it.
 */
export function translateInFrame(
  document: Document,
  onRestored: () => void,
): (channel: PanelChannel) => void {
  const frame = new TranslatingFrame(document, onRestored);
  return (channel) => frame.attend(channel);
}

class TranslatingFrame {
  readonly #document: Document;
  readonly #onRestored: () => void;
  #page: TranslatedPage | null = null;
  #channel: PanelChannel | null = null;

  constructor(document: Document, onRestored: () => void) {
    this.#document = document;
    this.#onRestored = onRestored;
  }

  /** One panel at a time: a second would answer for the first. */
  attend(channel: PanelChannel): void {
    this.#channel?.close();
    this.#channel = channel;
    this.#page?.disconnect();
    channel.onMessage((message) => void this.#take(message));
    channel.onClose(() => {
      if (this.#channel !== channel) return;
      this.#channel = null;
      this.#page?.disconnect();
    });
  }

  async #take(message: ToPage): Promise<void> {
    switch (message.kind) {
      case "begin":
        return this.#begin(message);
      case "translated":
        return this.#page?.take(message);
      case "show":
        return this.#page?.show(message.original);
      case "restore":
        await this.#restore();
        this.#channel?.send({ kind: "restored" });
        this.#onRestored();
    }
  }

  async #begin({ target, original }: Extract<ToPage, { kind: "begin" }>): Promise<void> {
    if (this.#page?.target.tag !== target.tag) await this.#restore();
    this.#page ??= new TranslatedPage(this.#document, target);
    this.#page.show(original);
    this.#page.connect((message) => this.#channel?.send(message));
  }

  async #restore(): Promise<void> {
    const page = this.#page;
    this.#page = null;
    await page?.restore();
  }
}
