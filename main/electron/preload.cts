import type * as electron from 'electron/renderer';
import type { Bridge } from '../../core/contract/bridge.ts';
import type { Reply } from '../../core/kernel/refusal.ts';
import type { CALL, EVENT } from '../platform/host/overIpc.ts';
import type { FULL_SCREEN, KEEP_AWAKE, OFFER, OPEN, Offered, PICK, SAVE } from './desktop.ts';

// A sandboxed window loads this as one plain script that may require nothing but electron.
const { contextBridge, ipcRenderer, webUtils } = require('electron') as typeof electron;

const call: typeof CALL = 'stepwall:call';
const event: typeof EVENT = 'stepwall:event';
const offer: typeof OFFER = 'stepwall:offer';
const pick: typeof PICK = 'stepwall:pick';
const save: typeof SAVE = 'stepwall:save';
const open: typeof OPEN = 'stepwall:open';
const keepAwake: typeof KEEP_AWAKE = 'stepwall:keep-awake';
const fullScreen: typeof FULL_SCREEN = 'stepwall:full-screen';

type Doing = typeof offer | typeof pick | typeof save | typeof open | typeof keepAwake | typeof fullScreen;

/** An Error loses everything but its message on the way into the page, so the hint goes into it. */
async function ask<T>(doing: Doing, input: unknown): Promise<T> {
  const reply = (await ipcRenderer.invoke(doing, input)) as Reply;
  if (!reply.ok) throw new Error(`${reply.error.message} ${reply.error.hint}`.trim());
  return reply.value as T;
}

async function offered(file: File): Promise<Offered[number]> {
  const path = webUtils.getPathForFile(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path };
}

contextBridge.exposeInMainWorld('bridge', {
  invoke: (name, input) => ipcRenderer.invoke(call, name, input) as Promise<Reply>,
  listen(wanted, listener) {
    const hear = (_event: unknown, name: string, payload: unknown): void => {
      if (name === wanted) listener(payload);
    };
    ipcRenderer.on(event, hear);
    return () => ipcRenderer.off(event, hear);
  },
  offerFiles: async (files) => ask(offer, await Promise.all(files.map(offered))),
  desktop: {
    pickFiles: (accept) => ask(pick, accept),
    saveOutgoing: (token) => ask(save, token),
    openOutgoing: (token) => ask(open, token),
    keepAwake: (on) => ask(keepAwake, on),
    setFullScreen: (on) => ask(fullScreen, on),
  },
} satisfies Bridge);
