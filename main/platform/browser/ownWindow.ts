import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { z } from 'zod';
import { makeTempFolder, MEMORY_FOLDER } from '../tempFolders.ts';

/** A browser that was started for this app alone: a window without an address bar, and a profile that is gone with it. */
export interface OwnWindow {
  /** Resolves when the browser has ended. */
  readonly ended: Promise<void>;
  /** Whether it shows no page any more. */
  isClosed(): boolean;
  /** Brings the window before all others. */
  toFront(): void;
  close(): Promise<void>;
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser that can open a window of our own; `STEPWALL_BROWSER` names another. Null where there is none. */
export function ownBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['STEPWALL_BROWSER'];
  return (named === undefined ? PLACES : [named]).find((path) => existsSync(path)) ?? null;
}

/** How long a browser may take to end in peace. */
const END_MS = 3000;

/**
 * Opens a window. Its profile lies in a private folder of ours, in the memory where Linux has one, and nothing is written there that a private
 * window wouldn't write. The browser ends with this program, however that ends: it is spoken to over a pipe and ends when that breaks.
 */
export function openOwnWindow(program: string, address: string): OwnWindow {
  const profile = makeTempFolder('browser', existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : undefined);
  const child = spawn(
    program,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--incognito',
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  const pipes = child.stdio.slice(3).filter((pipe) => pipe instanceof Socket);
  const [orders, answers] = pipes;
  // A browser that is gone reads no more.
  for (const pipe of pipes) pipe.on('error', () => undefined);
  const order = (method: string, params: object): void => void orders?.write(`${JSON.stringify({ id: 1, method, params })}\0`);
  const pages = new Set<string>();
  let hasShown = false;
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  if (answers !== undefined) listenForPages(answers, pages, () => (hasShown = true));
  order('Target.setDiscoverTargets', { discover: true });
  return {
    ended,
    isClosed: () => hasEnded || (hasShown && pages.size === 0),
    toFront() {
      for (const targetId of pages) order('Target.activateTarget', { targetId });
    },
    async close() {
      order('Browser.close', {});
      const end = setTimeout(() => child.kill('SIGKILL'), END_MS);
      await ended;
      clearTimeout(end);
    },
  };
}

const PageCreated = z.object({
  method: z.literal('Target.targetCreated'),
  params: z.object({ targetInfo: z.object({ targetId: z.string(), type: z.literal('page') }) }),
});
const PageGone = z.object({ method: z.literal('Target.targetDestroyed'), params: z.object({ targetId: z.string() }) });

/** Keeps the set of the pages that the browser shows. Messages end with a zero: https://chromedevtools.github.io/devtools-protocol/tot/Target/ */
function listenForPages(answers: Socket, pages: Set<string>, onPage: () => void): void {
  let rest = '';
  answers.setEncoding('utf8').on('data', (part: string) => {
    const messages = (rest + part).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const told: unknown = JSON.parse(message);
      const created = PageCreated.safeParse(told);
      if (created.success) {
        pages.add(created.data.params.targetInfo.targetId);
        onPage();
      }
      const gone = PageGone.safeParse(told);
      if (gone.success) pages.delete(gone.data.params.targetId);
    }
  });
}
