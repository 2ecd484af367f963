import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tell } from '../core/contract/events.ts';
import { Refusal } from '../core/kernel/refusal.ts';
import { troubleWords } from '../core/words/trouble.ts';
import { openApp, type AppOptions } from './app/openApp.ts';
import { createImaging } from './engines/imaging/imaging.ts';
import { assetPath } from './platform/assets.ts';
import { startHelperInNode } from './platform/helpers/startHelper.ts';
import { createDispatch } from './platform/host/dispatch.ts';
import { createFiles } from './platform/host/files.ts';
import { serveOverHttp, type HttpHost } from './platform/host/overHttp.ts';
import { createLog } from './platform/log.ts';
import { userFolder } from './platform/media/keyStore.ts';
import { defaultLibraryFolder } from './platform/places.ts';

export interface ServeOptions {
  /** Null: this user's library. */
  readonly folder: string | null;
  readonly port: number;
  /** Opens the address in a browser window. */
  readonly open: boolean;
  readonly json: boolean;
}

const WINDOW = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../dist/renderer/' : '../renderer/', import.meta.url));

/** The app for a browser on this computer, until it is stopped. */
export async function serve(options: ServeOptions): Promise<void> {
  const host = await startHost(options.folder ?? defaultLibraryFolder(), options.port);
  process.stdout.write(options.json ? `${JSON.stringify({ url: host.entrance })}\n` : `Stepwall is open at ${host.entrance}\nPress Ctrl+C to close it.\n`);
  if (options.open) openBrowser(host.entrance);
  await new Promise<void>((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopped);
  });
  await host.close();
}

export interface RunningHost {
  readonly origin: string;
  readonly entrance: string;
  close(): Promise<void>;
}

/** Opens a library and serves it on the loopback address. @throws Refusal */
export async function startHost(
  folder: string,
  port = 0,
  window = WINDOW,
  ways: Partial<Pick<AppOptions, 'scanning' | 'watchTimes'>> = {},
): Promise<RunningHost> {
  if (!existsSync(join(window, 'index.html'))) throw new Refusal('not-found', troubleWords.start.notBuilt);
  const log = createLog(userFolder());
  const imaging = createImaging(startHelperInNode);
  let http: HttpHost | null = null;
  const tell: Tell = (event, payload) => http?.tell(event, payload);
  const app = openOrClose();
  try {
    http = await serveOverHttp(
      createDispatch(app.services, log),
      createFiles({ pictures: app.pictures, exchange: app.exchange, window, assets: assetPath(''), log }),
      port,
    );
  } catch (error) {
    await Promise.all([app.close(), imaging.close()]);
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new Refusal('conflict', troubleWords.start.portTaken(port));
    throw error;
  }
  const { origin, entrance, close } = http;
  return {
    origin,
    entrance,
    async close() {
      await close();
      await app.close();
      await imaging.close();
    },
  };

  function openOrClose(): ReturnType<typeof openApp> {
    try {
      return openApp({ folder, imaging, tell, log, ...ways });
    } catch (error) {
      void imaging.close();
      throw error;
    }
  }
}

/** Chromium's window without an address bar where there is one, else the system's browser. */
function openBrowser(url: string): void {
  const chromes = [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const chrome = chromes.find((path) => existsSync(path));
  const [command, args] =
    chrome !== undefined
      ? [
          chrome,
          [
            `--app=${url}`,
            `--user-data-dir=${mkdtempSync(join(tmpdir(), 'stepwall-window-'))}`,
            '--no-first-run',
            '--disable-background-networking',
            '--disable-sync',
          ],
        ]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]];
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => process.stdout.write('No browser could be opened by itself; open the address above.\n'));
  child.unref();
}
