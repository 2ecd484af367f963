import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Bridge } from '../../core/contract/bridge.ts';

const source = readFileSync(new URL('../../main/electron/preload.cts', import.meta.url), 'utf8');

/** Runs the preload as Electron does: one plain script with a `require` for electron alone. */
function runPreload(reply: (channel: string, ...args: unknown[]) => unknown = () => ({ ok: true, value: null })) {
  const exposed = new Map<string, unknown>();
  const listeners = new Set<(event: unknown, name: string, payload: unknown) => void>();
  const channels: string[] = [];
  const asked: unknown[][] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
    ipcRenderer: {
      invoke: (...args: [string, ...unknown[]]) => {
        asked.push(args);
        return Promise.resolve(reply(...args));
      },
      on: (channel: string, listener: (event: unknown, name: string, payload: unknown) => void) => {
        channels.push(channel);
        listeners.add(listener);
      },
      off: (_channel: string, listener: (event: unknown, name: string, payload: unknown) => void) => listeners.delete(listener),
    },
    webUtils: { getPathForFile: (file: File) => (file.name.startsWith('pasted') ? '' : `/stick/${file.name}`) },
  };
  const script = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2024 } }).outputText;
  const require = (name: string): typeof electron => {
    if (name !== 'electron') throw new Error(`A sandboxed preload can't require ${name}.`);
    return electron;
  };
  (compileFunction(script, ['require', 'exports']) as (load: typeof require, exports: object) => void)(require, {});
  return {
    exposed,
    bridge: exposed.get('bridge') as Bridge,
    asked,
    channels,
    listeners,
    tell: (name: string, payload: unknown) => listeners.forEach((listen) => listen({ sender: 'secret' }, name, payload)),
  };
}

describe('the preload', () => {
  test('puts one bridge into the window, with these doors and no other', () => {
    const { exposed, bridge } = runPreload();
    expect([...exposed.keys()]).toEqual(['bridge']);
    expect(Object.keys(bridge).sort()).toEqual(['desktop', 'invoke', 'listen', 'offerFiles']);
    expect(Object.keys(bridge.desktop).sort()).toEqual(['keepAwake', 'openOutgoing', 'pickFiles', 'saveOutgoing', 'setFullScreen']);
  });

  test('hands calls and their replies through, problems too', async () => {
    const refused = { ok: false, error: { code: 'locked', message: 'It is locked.', hint: 'Open it.' } };
    const { bridge, asked } = runPreload(() => refused);
    expect(await bridge.invoke('library.status', {})).toEqual(refused);
    expect(asked).toEqual([['stepwall:call', 'library.status', {}]]);
  });

  test('tells listeners what they asked for, without the event, until they have heard enough', () => {
    const { bridge, channels, listeners, tell } = runPreload();
    const heard: unknown[][] = [];
    const stop = bridge.listen('wall.changed', (...args) => heard.push(args));
    expect(channels).toEqual(['stepwall:event']);
    tell('job.changed', 1);
    tell('wall.changed', 2);
    stop();
    tell('wall.changed', 3);
    expect(heard).toEqual([[2]]);
    expect(listeners.size).toBe(0);
  });

  test('offers files by their place, and those without one by their bytes', async () => {
    const { bridge, asked } = runPreload(() => ({ ok: true, value: ['a', 'b'] }));
    expect(await bridge.offerFiles([new File(['x'], 'page.jpg'), new File([new Uint8Array([7])], 'pasted.png')])).toEqual(['a', 'b']);
    expect(asked).toEqual([['stepwall:offer', [{ path: '/stick/page.jpg' }, { name: 'pasted.png', bytes: new Uint8Array([7]) }]]]);
  });

  test('turns a refused doing into an error that can be read out', async () => {
    const { bridge } = runPreload(() => ({ ok: false, error: { code: 'disk', message: 'The disk is full.', hint: 'Make room.' } }));
    await expect(bridge.desktop.saveOutgoing('token')).rejects.toThrow('The disk is full. Make room.');
  });
});
