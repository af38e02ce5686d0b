import * as v from "valibot";
import { type Browser, browser } from "wxt/browser";
import { type ChannelName, channels, type ToEngine, type ToPanel } from "./protocol.ts";

/** One end of a channel. Sending into a closed one does nothing. */
export interface Channel<Out, In> {
  send(message: Out): void;
  onMessage(listener: (message: In) => void): void;
  /** Called when the other end closes, or its page goes away. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Opens a channel to the engine's page, which must exist already. */
export function openChannel<N extends ChannelName>(name: N): Channel<ToEngine<N>, ToPanel<N>> {
  return wrap(browser.runtime.connect({ name }), channels[name].toPanel);
}

/** Accepts channels of one name from this extension's own pages; web pages are refused. */
export function serveChannel<N extends ChannelName>(
  name: N,
  accept: (channel: Channel<ToPanel<N>, ToEngine<N>>) => void,
): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== name) return;
    if (port.sender?.url?.startsWith(location.origin)) {
      accept(wrap(port, channels[name].toEngine));
    } else port.disconnect();
  });
}

function wrap<Out, Schema extends v.GenericSchema>(
  port: Browser.runtime.Port,
  schema: Schema,
): Channel<Out, v.InferOutput<Schema>> {
  let isOpen = true;
  port.onDisconnect.addListener(() => {
    isOpen = false;
  });
  return {
    send: (message) => {
      if (isOpen) port.postMessage(message);
    },
    onMessage: (listener) =>
      port.onMessage.addListener((message: unknown) => listener(v.parse(schema, message))),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
    close: () => {
      isOpen = false;
      port.disconnect();
    },
  };
}
