import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../core/kernel/refusal.ts';
import { serveWords } from '../core/words/serve.ts';
import { troubleWords } from '../core/words/trouble.ts';
import { wholeNumber, type Answer, type CommandLine } from './commandLine.ts';
import { assetPath } from './platform/assets.ts';
import { announceStart, showFirstStart } from './platform/browser/firstStart.ts';
import { openBrowserWindow } from './platform/browser/browserWindow.ts';
import { siblingModule } from './platform/helpers/siblingModule.ts';
import { entrancePlace, openDoor } from './platform/host/entranceFile.ts';
import { serveOverHttp, type HttpHost } from './platform/host/overHttp.ts';
import { createWindowFiles } from './platform/host/windowFiles.ts';
import { createLog } from './platform/log.ts';
import { userFolder } from './platform/media/keyStore.ts';
import { defaultLibraryFolder } from './platform/places.ts';
import { startServices } from './platform/service/startServices.ts';
import { sweepTempFolders } from './platform/tempFolders.ts';

const WINDOW = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../dist/renderer/' : '../renderer/', import.meta.url));

/**
 * The app for a browser on this computer, until it is stopped; with `--open` in a window, until the last one is closed. Without `--library`: this user's.
 * @throws Refusal, UsageError
 */
export async function serve(line: CommandLine): Promise<Answer> {
  const { library, open, json } = line.values;
  const folder = typeof library === 'string' ? library : defaultLibraryFolder();
  await serveFolder(folder, wholeNumber(line, 'port') ?? 0, open === true, json === true);
  return { json: null, text: '' };
}

async function serveFolder(folder: string, port: number, open: boolean, json: boolean): Promise<void> {
  const say = (words: string): void => void (json || process.stdout.write(`${words}\n`));
  if (open && (await showFirstStart(userFolder(), folder))) return say(serveWords.isOpenAlready);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  sweepTempFolders(entrancePlace());
  const host = await startHost(folder, port);
  const withdraw = announceStart(userFolder(), folder, host);
  try {
    if (open) await showUntilClosed(host, say, stop.signal);
    else await letIn(host, json, stop.signal);
  } finally {
    withdraw();
    await host.close();
  }
}

async function showUntilClosed(host: RunningHost, say: (words: string) => void, stop: AbortSignal): Promise<void> {
  say(serveWords.isOpening);
  const window = await openBrowserWindow(host, say);
  host.onShow(() => window.toFront());
  await window.untilClosed(stop);
}

/**
 * Prints one address, and waits. A person is told of a file that leads in for as long as this runs: what they open it with may stand in the list of
 * processes. A program, which alone reads what it started, is told the host's own address; it works once.
 */
async function letIn(host: RunningHost, json: boolean, stop: AbortSignal): Promise<void> {
  const entrance = json ? null : openDoor(host.admit);
  process.stdout.write(entrance === null ? `${JSON.stringify({ url: host.admit() })}\n` : `${serveWords.isOpen(entrance.address)}\n`);
  await new Promise<void>((stopped) => (stop.aborted ? stopped() : stop.addEventListener('abort', () => stopped(), { once: true })));
  entrance?.remove();
}

export type RunningHost = Pick<HttpHost, 'origin' | 'admit' | 'windows' | 'key' | 'onShow' | 'close'>;

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
  const host = http;
  return {
    ...host,
    async close() {
      await host.close();
      await services.close();
    },
  };
}
