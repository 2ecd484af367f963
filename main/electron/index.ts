import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tell } from '../../core/contract/events.ts';
import { desktopWords } from '../../core/words/desktop.ts';
import { assetPath } from '../platform/assets.ts';
import { siblingModule } from '../platform/helpers/siblingModule.ts';
import { problemFrom } from '../platform/host/dispatch.ts';
import { serveOverIpc, tellOverIpc } from '../platform/host/overIpc.ts';
import { createWindowFiles } from '../platform/host/windowFiles.ts';
import { createLog } from '../platform/log.ts';
import { userFolder } from '../platform/media/keyStore.ts';
import { asWriteTrouble } from '../platform/media/writeWhole.ts';
import { defaultLibraryFolder } from '../platform/places.ts';
import { startServices, type Services } from '../platform/service/startServices.ts';
import { serveDesktop } from './desktop.ts';
import { keychain } from './keychain.ts';
import { menuOf } from './menu.ts';
import { nodeProgram, outsideArchive } from './packed.ts';
import { allowCameraOnly } from './permissions.ts';
import { answerOurs, isOurs, ORIGIN, ourScheme } from './protocol.ts';
import { focusWindow, keepInside, openWindow } from './window.ts';

const WINDOW = fileURLToPath(new URL('../../renderer/', import.meta.url));

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
  openShell().catch(sayWhyNot);
} else {
  app.quit();
}

/** The services start while Chromium does: they are there when the window asks. */
async function openShell(): Promise<void> {
  const services = startServices({
    node: nodeProgram(),
    entry: outsideArchive(siblingModule(import.meta.url, '../service')),
    folder: defaultLibraryFolder(),
    keychain: app.whenReady().then(keychain),
    tell: tellWindows,
    log,
  });
  closeBeforeQuitting(services.close);
  await app.whenReady();
  serveOverIpc(ipcMain, services.dispatch, isOurs);
  showWindow(services);
  await services.opened;
}

function showWindow(services: Services): void {
  // A session without a name on the disk: what pages show is never written into Chromium's own stores.
  const inMemory = session.fromPartition('stepwall');
  allowCameraOnly(inMemory);
  inMemory.protocol.handle('app', answerOurs(createWindowFiles({ window: WINDOW, assets: assetPath(''), library: services.files }), log));
  const window = openWindow({ session: inMemory, placeFile: join(home, 'window.json'), log });
  serveDesktop({ ipcMain, services, window, log });
  const saveBackup = (): void => void window.loadURL(`${ORIGIN}/#/settings`).catch(log);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf({ saveBackup, development: !app.isPackaged })));
}

/** Lets the library finish writing; quitting goes on by itself afterwards. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    event.preventDefault();
    closing = true;
    void close()
      .catch(log)
      .finally(() => app.quit());
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
