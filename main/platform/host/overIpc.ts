import type { EventName, Payload } from '../../../core/contract/events.ts';
import type { Dispatch } from './dispatch.ts';

/** The slice of Electron that this wire needs, so that it can be tested without Electron. */
export interface IpcMainLike {
  handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => unknown): void;
}

export interface InvokeEvent {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** A window that can be told something. */
export interface Listener {
  send(channel: string, ...args: unknown[]): void;
}

export const CALL = 'stepwall:call';
export const EVENT = 'stepwall:event';

/** Answers calls from our own main frame only. */
export function serveOverIpc(ipcMain: IpcMainLike, dispatch: Dispatch, isOurs: (url: string) => boolean): void {
  handleFromOurs(ipcMain, CALL, isOurs, (name, input) => dispatch(name, input));
}

/** Registers one channel behind the sender check. */
export function handleFromOurs(ipcMain: IpcMainLike, channel: string, isOurs: (url: string) => boolean, answer: (...args: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...args) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isOurs(frame.url)) throw new Error('Refused: not our window.');
    return answer(...args);
  });
}

export function tellOverIpc<E extends EventName>(windows: Iterable<Listener>, event: E, payload: Payload<E>): void {
  for (const window of windows) window.send(EVENT, event, payload);
}
