import { app, BrowserWindow, dialog, type Session, type WebContents } from 'electron';
import { fileURLToPath } from 'node:url';
import { desktopWords } from '../../core/words/desktop.ts';
import { ORIGIN } from './protocol.ts';
import { rememberedPlace, rememberPlace } from './windowPlace.ts';

export interface WindowOptions {
  readonly session: Session;
  /** The file that remembers where the window was. */
  readonly placeFile: string;
  readonly log: (error: unknown) => void;
}

/** The only way to a window. */
export function openWindow({ session, placeFile, log }: WindowOptions): BrowserWindow {
  const { maximized, ...bounds } = rememberedPlace(placeFile) ?? { maximized: true, width: 1280, height: 800 };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Stepwall',
    backgroundColor: '#fbf8f2',
    webPreferences: {
      session,
      preload: fileURLToPath(new URL('preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The checker would fetch its dictionaries from the internet.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    try {
      rememberPlace(placeFile, window);
    } catch (error) {
      log(error);
    }
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log(new Error(`The window stopped: ${reason}`));
    void offerReload(window);
  });
  void window.loadURL(`${ORIGIN}/`).catch(log);
  return window;
}

/** No page leaves the app and none comes in: every navigation, new window and webview is refused, whichever page asks. */
export function keepInside(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: desktopWords.windowStopped.message,
    detail: desktopWords.windowStopped.detail,
    buttons: [desktopWords.windowStopped.openAgain, desktopWords.windowStopped.quit],
    cancelId: 0,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
