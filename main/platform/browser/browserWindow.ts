import { setTimeout as later } from 'node:timers/promises';
import { serveWords } from '../../../core/words/serve.ts';
import { openDoor, writeEntranceFile, type EntranceFile } from '../host/entranceFile.ts';
import type { HttpHost } from '../host/overHttp.ts';
import { openOwnWindow, ownBrowser, type OwnWindow } from './ownWindow.ts';
import { openSystemBrowser } from './systemBrowser.ts';

/** The app's window where a browser shows it. */
export interface BrowserWindow {
  /** Brings it before all others, or opens one where there is none. */
  toFront(): void;
  /** Waits until no window shows the app any more, reloads aside, or until it is stopped; then nothing of it is left. */
  untilClosed(stop: AbortSignal): Promise<void>;
}

/** How long a browser may take to show the first page. */
const COME_MS = 20_000;
/** How long a window may be gone: it may only be loaded anew, or the computer be slow. */
const GRACE_MS = 10_000;
const LOOK_MS = 250;

/** Opens the app in a window of its own where a browser can, else in the system's browser, else says where to open it. */
export async function openBrowserWindow(host: Pick<HttpHost, 'admit' | 'windows'>, say: (words: string) => void, graceMs = GRACE_MS): Promise<BrowserWindow> {
  let own: OwnWindow | null = null;
  // Where no browser could be opened; it stays until the end.
  let door: EntranceFile | null = null;
  let opening: Promise<void> | null = null;
  // A window may be closed before the app in it listens.
  let isClosed = (): boolean => false;

  async function open(): Promise<void> {
    let enter = (): void => undefined;
    const entered = new Promise<boolean>((resolve) => (enter = () => resolve(true)));
    const entrance = writeEntranceFile(
      host.admit(() => {
        entrance.remove();
        enter();
      }),
    );
    const program = ownBrowser();
    if (program !== null) {
      const window = openOwnWindow(program, entrance.address);
      own = window;
      void window.ended.then(() => (own = null));
      const isThere = await Promise.race([entered, window.ended.then(() => false), later(COME_MS, true, { ref: false })]);
      if (isThere) return void (isClosed = window.isClosed);
    }
    if (await openSystemBrowser(entrance.address)) return say(serveWords.inYourBrowser);
    entrance.remove();
    door ??= openDoor(host.admit);
    say(serveWords.noBrowser(door.address));
  }

  const show = (): Promise<void> => (opening ??= open().finally(() => (opening = null)));
  await show();
  return {
    toFront: () => (own === null ? void show() : own.toFront()),
    async untilClosed(stop) {
      let goneAt: number | null = null;
      while (!stop.aborted) {
        await later(LOOK_MS);
        const windows = host.windows();
        if (windows.open === 0 && opening === null && isClosed()) break;
        if (windows.open > 0) goneAt = null;
        else if (windows.ever > 0) goneAt ??= Date.now();
        if (goneAt !== null && opening === null && Date.now() - goneAt > graceMs) break;
      }
      await own?.close();
      door?.remove();
    },
  };
}
