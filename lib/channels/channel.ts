import * as v from "valibot";
import { type Browser, browser } from "wxt/browser";
import { type ChannelName, channels, type ToEngine, type ToPanel } from "./protocol.ts";

/**
 * One end of a channel. Sending into a closed one does nothing. A message that its schema does not
 * know closes the channel at both ends, so that nobody waits for an answer to it.
 */
export interface Channel<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Called when the other end closes, its page goes away, or it sends what is no message. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Opens a channel to the engine's page, which must exist already. */
export function openChannel<N extends ChannelName>(name: N): Channel<ToEngine<N>, ToPanel<N>> {
  return wrapPort(browser.runtime.connect({ name }), channels[name].toPanel);
}

/** Accepts channels of one name from this extension's own pages; web pages are refused. */
export function serveChannel<N extends ChannelName>(
  name: N,
  accept: (channel: Channel<ToPanel<N>, ToEngine<N>>) => void,
): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== name) return;
    if (port.sender?.url?.startsWith(`${location.origin}/`)) {
      accept(wrapPort(port, channels[name].toEngine));
    } else port.disconnect();
  });
}

/** A port as a channel, on which only messages of the schema arrive. */
export function wrapPort<Out, Schema extends v.GenericSchema>(
  port: Browser.runtime.Port,
  schema: Schema,
): Channel<Out, v.InferOutput<Schema>> {
  const closeListeners: (() => void)[] = [];
  let isOpen = true;
  const onGone = () => {
    isOpen = false;
    for (const listener of closeListeners) listener();
  };
  port.onDisconnect.addListener(onGone);
  return {
    send: (message) => {
      if (isOpen) port.postMessage(message);
    },
    onMessage: (listener) =>
      port.onMessage.addListener((message: unknown) => {
        const parsed = v.safeParse(schema, message);
        if (parsed.success) return listener(parsed.output);
        port.disconnect();
        onGone(); // disconnecting tells only the other end
      }),
    onClose: (listener) => closeListeners.push(listener),
    close: () => {
      isOpen = false;
      port.disconnect();
    },
  };
}
