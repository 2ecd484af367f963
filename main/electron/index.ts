import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tell } from '../../core/contract/events.ts';
import { desktopWords } from '../../core/words/desktop.ts';
import { assetPath } from '../platform/assets.ts';
import { createDispatch, problemFrom } from '../platform/host/dispatch.ts';
import { createFiles } from '../platform/host/files.ts';
import { serveOverIpc, tellOverIpc } from '../platform/host/overIpc.ts';
import { createImaging } from '../engines/imaging/imaging.ts';
import { createLog } from '../platform/log.ts';
import { userFolder } from '../platform/media/keyStore.ts';
import { asWriteTrouble } from '../platform/media/writeWhole.ts';
import { defaultLibraryFolder } from '../platform/places.ts';
import { openApp, type App } from '../app/openApp.ts';
import { serveDesktop } from './desktop.ts';
import { startHelperInShell } from './helper.ts';
import { keychain } from './keychain.ts';
import { menuOf } from './menu.ts';
import { allowCameraOnly } from './permissions.ts';
import { answerOurs, isOurs, ORIGIN, ourScheme } from './protocol.ts';
import { focusWindow, keepInside, openWindow } from './window.ts';

const WINDOW = fileURLToPath(new URL('../../renderer/', import.meta.url));

const LONGEST_CLOSING_MS = 10_000;

const home = userFolder();
const log = createLog(home);

// No crash reporter is started: its dumps would hold what was on the screen.
process.on('uncaughtException', log);
process.on('unhandledRejection', log);

app.enableSandbox();
protocol.registerSchemesAsPrivileged([ourScheme]);
keepChromiumIn(join(home, 'chromium'));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => BrowserWindow.getAllWindows().slice(0, 1).forEach(focusWindow));
  app.on('web-contents-created', (_event, contents) => keepInside(contents));
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(openShell).catch(sayWhyNot);
} else {
  app.quit();
}

function openShell(): void {
  const imaging = createImaging(startHelperInShell);
  const wrap = keychain();
  const opened = openApp({ folder: defaultLibraryFolder(), home, imaging, tell: tellWindows, log, ...(wrap !== null && { wrap }) });
  closeBeforeQuitting(() => Promise.all([opened.close(), imaging.close()]));
  serveOverIpc(ipcMain, createDispatch(opened.services, log), isOurs);
  showWindow(opened);
}

function showWindow({ pictures, exchange }: App): void {
  // A session without a name on the disk: what pages show is never written into Chromium's own stores.
  const inMemory = session.fromPartition('stepwall');
  allowCameraOnly(inMemory);
  inMemory.protocol.handle('app', answerOurs(createFiles({ pictures, exchange, window: WINDOW, assets: assetPath(''), log }), log));
  const window = openWindow({ session: inMemory, placeFile: join(home, 'window.json'), log });
  serveDesktop({ ipcMain, exchange, window, log });
  const saveBackup = (): void => void window.loadURL(`${ORIGIN}/#/settings`).catch(log);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf({ saveBackup, development: !app.isPackaged })));
}

/** Lets the library finish writing; quitting goes on by itself afterwards. What can't finish is cut off: unseen, it would keep Stepwall from being opened again. */
function closeBeforeQuitting(close: () => Promise<unknown>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    event.preventDefault();
    closing = true;
    const cutOff = setTimeout(() => app.exit(1), LONGEST_CLOSING_MS);
    void close()
      .catch(log)
      .finally(() => {
        clearTimeout(cutOff);
        app.quit();
      });
  });
}

/** Chromium keeps its own odds and ends here, beside ours; the system's keychain ties its key to this place. */
function keepChromiumIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch (error) {
    sayWhyNot(asWriteTrouble(error, folder));
  }
}

function sayWhyNot(error: unknown): void {
  const { message, hint } = problemFrom(error, log);
  dialog.showErrorBox(desktopWords.notStarted, `${message}\n\n${hint}`);
  app.exit(1);
}

function tellWindows(...[event, payload]: Parameters<Tell>): void {
  tellOverIpc(
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents),
    event,
    payload,
  );
}
