import { vi } from "vitest";
import { type Browser, browser } from "wxt/browser";

type Port = Browser.runtime.Port;
type Listener = (value: never) => void;

const origin = "chrome-extension://sotto";

/**
 * Makes `runtime.connect` and `onConnect` work in tests, as two pages of one extension. As in
 * Chrome, messages go through JSON and arrive later and in order, a closed end hears nothing,
 * closing an end tells only the other one, sending into a closed port throws, and a port nobody
 * listens for closes. `senderUrl` is where the connecting page is. `connected` are the far ends.
 */
export function fakePorts(senderUrl = `${origin}/sidepanel.html`): { connected: Port[] } {
  const accepting: ((port: Port) => void)[] = [];
  const connected: Port[] = [];
  vi.stubGlobal("location", { origin });
  vi.spyOn(browser.runtime.onConnect, "addListener").mockImplementation((accept) => {
    accepting.push(accept);
  });
  vi.spyOn(browser.runtime, "connect").mockImplementation((...args: unknown[]) => {
    const { name } = args[0] as { name: string };
    const near = new FakeEnd();
    const far = new FakeEnd();
    const farPort = asPort({ name, own: far, other: near, senderUrl });
    connected.push(farPort);
    later(() => {
      if (accepting.length === 0) farPort.disconnect();
      for (const accept of accepting) accept(farPort);
    });
    return asPort({ name, own: near, other: far, senderUrl });
  });
  return { connected };
}

class FakeEnd {
  readonly onMessage: Listener[] = [];
  readonly onClose: Listener[] = [];
  isOpen = true;
}

interface Ends {
  name: string;
  own: FakeEnd;
  other: FakeEnd;
  senderUrl: string;
}

function asPort({ name, own, other, senderUrl }: Ends): Port {
  const port = {
    name,
    sender: { url: senderUrl },
    postMessage(message: unknown) {
      if (!own.isOpen) throw new Error("Attempting to use a disconnected port object");
      const wire = JSON.stringify(message);
      later(() => {
        if (other.isOpen) emit(other.onMessage, JSON.parse(wire));
      });
    },
    disconnect() {
      if (!own.isOpen) return;
      own.isOpen = false;
      later(() => {
        if (!other.isOpen) return;
        other.isOpen = false;
        emit(other.onClose, null);
      });
    },
    onMessage: { addListener: (listener: Listener) => own.onMessage.push(listener) },
    onDisconnect: { addListener: (listener: Listener) => own.onClose.push(listener) },
  };
  return port as unknown as Port;
}

function later(callback: () => void): void {
  setTimeout(callback, 0);
}

function emit(listeners: readonly Listener[], value: unknown): void {
  for (const listener of listeners) listener(value as never);
}
