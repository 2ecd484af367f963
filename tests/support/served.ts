import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { descendantsOf } from './processes.ts';

const cli = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));

/** The app as a teacher starts it, in a process of its own. */
export interface Served {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Resolves with its exit status. */
  readonly ended: Promise<number | null>;
}

export const serveOpen = (library: string, environment: NodeJS.ProcessEnv): Served =>
  listenedTo(spawn(process.execPath, [cli, 'serve', '--library', library, '--open'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] }));

/** A program whose words are gathered from whatever it was given a pipe for. */
export function listenedTo(child: ChildProcess): Served {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += String(part)));
  return { child, said: () => said, ended: once(child, 'exit').then(([status]) => status as number | null) };
}

/** Ends whatever these programs have started, and with it them. */
export async function endAll(running: readonly Served[]): Promise<void> {
  for (const { pid } of running.flatMap(({ child }) => descendantsOf(child.pid ?? 0))) process.kill(pid, 'SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
}

/** The folder in which the browser that it started keeps what it keeps. */
export async function profileOf({ child }: Pick<Served, 'child'>): Promise<string> {
  for (;;) {
    const [, profile] =
      /--user-data-dir=(\S+)/.exec(
        descendantsOf(child.pid ?? 0)
          .map(({ command }) => command)
          .join('\n'),
      ) ?? [];
    if (profile !== undefined && existsSync(join(profile, 'DevToolsActivePort'))) return profile;
    await later(20);
  }
}

/** Looks into the window of a browser that is open to a test's eyes. */
export async function lookInto(profile: string): Promise<{ browser: Browser; page: Page }> {
  const [port = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts().flatMap((context) => context.pages())[0];
  if (page === undefined) throw new Error('The browser shows no page.');
  await page.waitForURL('**/s/*/**');
  return { browser, page };
}

/** The files below the folders that hold any of the words, as UTF-8 or UTF-16. */
export function filesWith(words: readonly string[], ...folders: readonly string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => holdsAny(file, needles)),
  );
}

function holdsAny(file: string, needles: readonly Buffer[]): boolean {
  try {
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  } catch {
    // A browser takes its files away while one looks.
    return false;
  }
}
