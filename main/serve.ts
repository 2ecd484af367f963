import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../core/kernel/refusal.ts';
import { troubleWords } from '../core/words/trouble.ts';
import { assetPath } from './platform/assets.ts';
import { siblingModule } from './platform/helpers/siblingModule.ts';
import { serveOverHttp, type HttpHost } from './platform/host/overHttp.ts';
import { createWindowFiles } from './platform/host/windowFiles.ts';
import { createLog } from './platform/log.ts';
import { userFolder } from './platform/media/keyStore.ts';
import { defaultLibraryFolder } from './platform/places.ts';
import { startServices } from './platform/service/startServices.ts';

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

/** Opens a library in a process of its own and serves it on the loopback address. @throws Refusal */
export async function startHost(folder: string, port = 0, window = WINDOW): Promise<RunningHost> {
  if (!existsSync(join(window, 'index.html'))) throw new Refusal('not-found', troubleWords.start.notBuilt);
  let http: HttpHost | null = null;
  const services = startServices({
    node: process.execPath,
    entry: siblingModule(import.meta.url, './service'),
    folder,
    keychain: Promise.resolve(null),
    tell: (event, payload) => http?.tell(event, payload),
    log: createLog(userFolder()),
  });
  try {
    await services.opened;
    http = await serveOverHttp(services.dispatch, createWindowFiles({ window, assets: assetPath(''), library: services.files }), port);
  } catch (error) {
    await services.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new Refusal('conflict', troubleWords.start.portTaken(port));
    throw error;
  }
  const { origin, entrance, close } = http;
  return {
    origin,
    entrance,
    async close() {
      await close();
      await services.close();
    },
  };
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
