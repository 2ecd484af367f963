import { duplexPair } from 'node:stream';
import { vi } from 'vitest';
import type { EventName } from '../../core/contract/events.ts';
import { serveOverHttp } from '../../main/platform/host/overHttp.ts';
import { CALL, EVENT, serveOverIpc, tellOverIpc, type InvokeEvent, type Listener } from '../../main/platform/host/overIpc.ts';
import { connectOverPipe } from '../../main/platform/service/connectOverPipe.ts';
import { serveOverPipe } from '../../main/platform/service/serveOverPipe.ts';
import { httpWire } from '../../renderer/api/httpWire.ts';
import { bridgeWire } from '../../renderer/api/bridgeWire.ts';
import { windowOver, type OpenedApp, type Window } from './library.ts';

export interface WiredWindow extends Window {
  close(): Promise<void>;
}

/** What Electron hands to its main process for a frame of our own. */
export const ownFrame: InvokeEvent = { senderFrame: { url: 'app://stepwall/', parent: null } };

/** `ipcMain` as the shell sees it: each message is cloned on its way, there and back. */
export function fakeIpc(): {
  handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => unknown): void;
  invoke(event: InvokeEvent, channel: string, ...args: unknown[]): Promise<unknown>;
} {
  const handlers = new Map<string, (event: InvokeEvent, ...args: unknown[]) => unknown>();
  return {
    handle: (channel, listener) => void handlers.set(channel, listener),
    invoke: async (event, channel, ...args) => structuredClone(await handlers.get(channel)?.(event, ...structuredClone(args))),
  };
}

/** The services as a window's process has them: at the other end of a pipe. */
function overPipe(opened: OpenedApp): Pick<OpenedApp, 'dispatch' | 'files' | 'onTold'> {
  const [here, there] = duplexPair();
  const listeners: ((event: EventName, payload: unknown) => void)[] = [];
  const tell = serveOverPipe(
    there,
    { open: () => ({ dispatch: opened.dispatch, files: opened.files, localFiles: () => null }), close: () => Promise.resolve() },
    () => undefined,
  );
  opened.onTold((event, payload) => tell(event, payload as never));
  const connection = connectOverPipe(here, (event, payload) => listeners.forEach((listener) => listener(event, payload)));
  const ready = connection.ask('/open', { folder: '' });
  return {
    dispatch: async (name, input) => ready.then(() => connection.ask(`/api/${encodeURIComponent(String(name))}`, input)),
    files: async (request) => ready.then(() => connection.files(request)),
    onTold: (listener) => void listeners.push(listener),
  };
}

/** A window of the shell: calls and events by messages, files by the `app` scheme. */
export function windowOverIpc(app: OpenedApp): Promise<WiredWindow> {
  const opened = overPipe(app);
  const ipc = fakeIpc();
  serveOverIpc(ipc, opened.dispatch, (url) => url.startsWith('app://stepwall/'));
  const heard: { event: string; listener: (payload: unknown) => void }[] = [];
  const view: Listener = {
    send(channel, event, payload) {
      if (channel === EVENT) heard.filter((one) => one.event === event).forEach(({ listener }) => listener(structuredClone(payload)));
    },
  };
  opened.onTold((event, payload) => tellOverIpc([view], event, payload as never));
  const wire = bridgeWire({
    invoke: (name, input) => ipc.invoke(ownFrame, CALL, name, input) as never,
    listen(event, listener) {
      heard.push({ event, listener });
      return () => undefined;
    },
    offerFiles: () => Promise.resolve([]),
    desktop: {
      pickFiles: () => Promise.resolve(null),
      saveOutgoing: () => Promise.resolve(false),
      openOutgoing: () => Promise.resolve(),
      keepAwake: () => Promise.resolve(),
      setFullScreen: () => Promise.resolve(),
    },
  });
  return Promise.resolve({ ...windowOver(wire, (path, init) => opened.files(new Request(`app://stepwall${path}`, init))), close: () => Promise.resolve() });
}

/** A window in a browser: it came in by the entrance and holds the cookie, and its `fetch` and `EventSource` send it. */
export async function windowOverHttp(app: OpenedApp): Promise<WiredWindow> {
  const opened = overPipe(app);
  const host = await serveOverHttp(opened.dispatch, opened.files);
  opened.onTold((event, payload) => host.tell(event, payload as never));
  const entered = await fetch(host.entrance, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const realFetch = globalThis.fetch;
  const send: typeof fetch = (address, init) =>
    realFetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie, origin: host.origin } });
  const { EventSource, connected } = eventSourceOver(send);
  vi.stubGlobal('fetch', send);
  vi.stubGlobal('EventSource', EventSource);
  const window = windowOver(httpWire(host.origin), (path, init) =>
    send(host.origin + path, { ...init, ...(init?.body !== undefined && { duplex: 'half' as const }) }),
  );
  await connected();
  return {
    ...window,
    async close() {
      vi.unstubAllGlobals();
      await host.close();
    },
  };
}

/** As much of a browser's EventSource as the wire uses; Node has none that sends cookies. */
function eventSourceOver(send: typeof fetch): { EventSource: unknown; connected: () => Promise<void> } {
  const connections: Promise<void>[] = [];
  class FetchedEvents extends EventTarget {
    constructor(address: string) {
      super();
      connections.push(this.#open(address));
    }

    async #open(address: string): Promise<void> {
      const answer = await send(address);
      if (answer.body === null || !answer.ok) throw new Error(`/events answered ${answer.status}.`);
      void this.#read(answer.body).catch(() => undefined);
    }

    async #read(body: ReadableStream<Uint8Array>): Promise<void> {
      const decoder = new TextDecoder();
      let rest = '';
      for await (const part of body) {
        const messages = (rest + decoder.decode(part, { stream: true })).split('\n\n');
        rest = messages.pop() ?? '';
        for (const message of messages) {
          const lines = message.split('\n');
          const field = (name: string): string | undefined => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
          const [event, data] = [field('event'), field('data')];
          if (event !== undefined && data !== undefined) this.dispatchEvent(new MessageEvent(event, { data }));
        }
      }
    }
  }
  return { EventSource: FetchedEvents, connected: () => Promise.all(connections).then(() => undefined) };
}
